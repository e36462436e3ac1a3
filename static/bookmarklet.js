// The bookmarklet: opens Lectern, waits until it is ready, and sends it the html of the page that it runs on. Where
// the site cuts the two apart or the new tab is blocked, the html goes to the clipboard instead. LECTERN, CUT and
// COPIED are filled in by `src/app/bookmarklet.rs`.
(() => {
  const lectern = LECTERN;
  const most = 4.99e6;
  let html = document.documentElement.outerHTML;
  if (html.length > most) html = html.replace(/<(script|style|svg)\b(?![^>]*ld\+json)[^]*?<\/\1>/gi, "").slice(0, most);
  // Behind the page's own word on it, if there is one.
  if (location.href.length < 2e3) html += `<link rel="canonical" href="${location.href.replaceAll('"', "%22")}">`;
  const note = (words, press) => {
    const button = document.body.appendChild(document.createElement("button"));
    button.id = "lectern-note";
    button.textContent = words;
    const look = { position: "fixed", inset: "1rem 1rem auto", zIndex: 2147483647, padding: "1rem", font: "1rem sans-serif", color: "#000", background: "#fff3c4", border: "2px solid #000" };
    Object.assign(button.style, look);
    button.onclick = () => {
      button.remove();
      press?.();
    };
  };
  const copy = () => {
    const fill = (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData.setData("text/html", html);
      event.clipboardData.setData("text/plain", document.body.innerText);
    };
    addEventListener("copy", fill, { once: true, capture: true });
    document.execCommand("copy");
    note(COPIED);
  };
  const tab = open(lectern + "#page");
  if (!tab) return copy();
  const origin = new URL(lectern).origin;
  let left = 120;
  const end = () => {
    clearInterval(watch);
    removeEventListener("message", ready);
  };
  const ready = (event) => {
    if (event.source !== tab || event.origin !== origin || event.data !== "lectern-ready") return;
    end();
    tab.postMessage(html, origin);
  };
  addEventListener("message", ready);
  const watch = setInterval(() => {
    left -= 1;
    if (left && !tab.closed) return;
    end();
    note(CUT, copy);
  }, 500);
})();

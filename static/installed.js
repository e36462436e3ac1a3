// The page as an app: kept on the device for use without a network, opened with files, shared to by other apps.
// Loaded when the page stands. A page that is not served (a file, a frame without storage) has none of it.

import { give } from "./boot.js";

const secure = "serviceWorker" in navigator && window.isSecureContext && location.protocol.startsWith("http");

/** What another app shared lies in a cache of its own until it is taken, once. */
async function takeShared() {
  history.replaceState(null, "", location.pathname + location.search);
  const cache = await caches.open("lectern-shared");
  const shared = await cache.match("./shared");
  if (!shared) return;
  await cache.delete("./shared");
  const name = decodeURIComponent(shared.headers.get("x-name") ?? "");
  if (name) give({ files: [new File([await shared.blob()], name)] });
  else give({ text: await shared.text() });
}

/** Says that a newer version lies ready, and loads it when the reader wants it. Never by itself. */
function offer(waiting) {
  if (document.getElementById("newer")) return;
  const chinese = document.documentElement.lang.startsWith("zh");
  const line = document.createElement("p");
  line.id = "newer";
  line.className = "notice";
  line.setAttribute("role", "status");
  line.textContent = chinese ? "Lectern 有新版本。" : "A newer Lectern is ready.";
  const button = (words, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "tool";
    made.textContent = words;
    made.addEventListener("click", act);
    line.append(" ", made);
  };
  button(chinese ? "重新载入" : "Load it", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("renew");
  });
  button(chinese ? "以后再说" : "Later", () => line.remove());
  document.body.prepend(line);
}

async function keepOffline() {
  const registration = await navigator.serviceWorker.register("sw.js", { updateViaCache: "none" });
  const look = (worker) => {
    // Without a controller this is the first version, which replaces nothing.
    if (worker?.state === "installed" && navigator.serviceWorker.controller) offer(worker);
  };
  look(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => look(coming));
  });
}

if (secure && location.hash === "#shared") await takeShared();
if ("launchQueue" in window) {
  window.launchQueue.setConsumer(async ({ files }) => {
    if (files?.length) give({ files: await Promise.all(files.map((file) => file.getFile())) });
  });
}
if (secure) {
  const when = window.requestIdleCallback ?? ((run) => setTimeout(run, 2000));
  when(() => keepOffline().catch((error) => console.warn(error)));
}

// Sets theme, type and language of the page before it is first painted, from what the reader chose before.
(() => {
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem("lectern.settings")) ?? {};
  } catch {
    // Private mode or a damaged value: the defaults stand.
  }
  const root = document.documentElement;
  for (const name of ["theme", "face", "size", "spacing"]) {
    if (typeof kept[name] === "string") root.dataset[name] = kept[name];
  }
  const language = kept.language ?? navigator.language;
  root.lang = /^zh/i.test(language) ? "zh-Hans" : "en";
})();

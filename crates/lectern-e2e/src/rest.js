// Waits until an element stands still with nothing over it, and no transition runs on the page. Answers with what
// lies over it where that does not change.
const [element, done] = arguments;
const PATIENCE_MS = 10_000;
const began = performance.now();
const place = () => {
  const box = element.getClientRects()[0];
  return box && [box.left, box.top, box.width, box.height].join();
};
const top = () => {
  const box = element.getClientRects()[0];
  if (!box) return null;
  const left = Math.max(box.left, 0);
  const upper = Math.max(box.top, 0);
  const right = Math.min(box.right, innerWidth);
  const lower = Math.min(box.bottom, innerHeight);
  return document.elementFromPoint((left + right) / 2, (upper + lower) / 2);
};
const look = (before) => {
  const here = place();
  const over = top();
  const rests = here === before && document.getAnimations().every((each) => each.playState !== "running");
  if (!element.isConnected || (rests && element.contains(over))) return done(null);
  if (performance.now() - began > PATIENCE_MS) return done(over ? over.outerHTML.slice(0, 80) : "the edge of the window");
  if (rests) element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  requestAnimationFrame(() => requestAnimationFrame(() => look(here)));
};
look(null);

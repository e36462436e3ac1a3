// Runs before the page's own scripts: notes how long each reading takes, from the request to the worker until
// its answer, and every task that keeps the main thread longer than 50 ms.
window.readings = [];
window.requests = [];
window.tasks = [];
const Plain = window.Worker;
// What a message is about: its kind stands behind its number, which is written seven bits a byte.
const kind = (message) => message[message.findIndex((byte) => byte < 128) + 1];
const isWhole = ({ data }) => ArrayBuffer.isView(data) && kind(data) === 1;
window.Worker = class extends Plain {
  constructor(...given) {
    super(...given);
    window.workerIs = given;
    this.addEventListener("message", (event) => {
      if (this.asked !== undefined && isWhole(event)) {
        window.readings.push(performance.now() - this.asked);
        this.asked = undefined;
      }
    });
  }
  postMessage(message, transfer) {
    if (kind(message) === 0) {
      this.asked = performance.now();
      window.requests.push(message.slice());
    }
    super.postMessage(message, transfer);
  }
};
if (PerformanceObserver.supportedEntryTypes.includes("longtask")) {
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.tasks.push({ at: task.startTime, took: task.duration });
  }).observe({ type: "longtask", buffered: true });
}
// Pastes a text; answers with the milliseconds until text, and until marks stand in the document.
window.pasted = (text) =>
  new Promise((done) => {
    const stands = () => document.querySelector("#article[data-reading=marks]:not([aria-busy])");
    const old = stands();
    if (old) old.dataset.reading = "old";
    const data = new DataTransfer();
    data.setData("text/plain", text);
    let shown;
    const began = performance.now();
    const look = () => {
      if (shown === undefined && document.querySelector("#article:is([data-reading=layout], [data-reading=marks]) [data-kind]")) {
        shown = performance.now() - began;
      }
      if (stands() && window.readings.length > before) {
        observer.disconnect();
        done({ shown, marked: performance.now() - began, reading: window.readings.at(-1) });
      }
    };
    const before = window.readings.length;
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-reading", "aria-busy"] });
    const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
    Object.defineProperty(event, "clipboardData", { value: data });
    document.body.dispatchEvent(event);
  });
// Readings alone: requests that all wait for one worker while the page rests. Answers with the milliseconds from
// each answer to the next, so that the way there and back is not counted.
window.readAgain = async (requests) => {
  const worker = new Plain(...window.workerIs);
  await new Promise((done) => worker.addEventListener("message", done, { once: true }));
  const answers = [];
  await new Promise((done) => {
    worker.addEventListener("message", (event) => {
      if (!isWhole(event)) return;
      answers.push(performance.now());
      if (answers.length === requests.length) done();
    });
    for (const request of requests) worker.postMessage(request);
  });
  worker.terminate();
  return answers.slice(1).map((at, before) => at - answers[before]);
};

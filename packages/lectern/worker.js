// The same in a worker, so that a page does not wait while a long article is read.

/** Starts a worker. What it gives reads, writes and brings as `Lectern` does, each time with a promise. */
export function start() {
  const worker = new Worker(new URL("./worker-main.js", import.meta.url), { type: "module" });
  const waiting = new Map();
  let last = 0;
  const settle = (number, how, value) => {
    waiting.get(number)?.[how](value);
    waiting.delete(number);
  };
  worker.onmessage = ({ data }) => {
    if ("failed" in data) settle(data.number, "reject", new Error(data.failed));
    else settle(data.number, "resolve", data.done);
  };
  worker.onerror = (event) => {
    for (const number of [...waiting.keys()]) settle(number, "reject", new Error(event.message || "the worker failed"));
  };
  const ask = (task) => (...given) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      worker.postMessage({ number: last, task, given });
    });
  return {
    read: ask("read"),
    write: ask("write"),
    bring: ask("bring"),
    close() {
      worker.terminate();
      for (const number of [...waiting.keys()]) settle(number, "reject", new Error("the worker was closed"));
    },
  };
}

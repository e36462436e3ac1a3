// What runs in the worker; `worker.js` starts it.
import { load } from "./index.js";

globalThis.onmessage = async ({ data: { number, task, given } }) => {
  try {
    const lectern = await load();
    globalThis.postMessage({ number, done: lectern[task](...given) });
  } catch (error) {
    globalThis.postMessage({ number, failed: String(error?.message ?? error) });
  }
};

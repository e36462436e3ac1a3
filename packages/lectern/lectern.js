// What an article is read, written and brought back by, once the wasm is there.
import start, * as wasm from "./wasm/lectern.js";
import { inUnit } from "./offsets.js";

/** Reads without waiting. Made by `load()`. */
export class Lectern {
  /** Text, a page's html, or the bytes of either in any usual encoding. */
  read(text, { html, asIs = false, name = "-", unit = "utf16" } = {}) {
    const input = typeof text === "string" ? text : wasm.decode(text);
    const article = JSON.parse(wasm.read(input, html, asIs, name));
    return inUnit(article, unit);
  }

  /** The article in a format of other programs: "csv", "html", "tei" and so on. */
  write(article, format) {
    return wasm.write(JSON.stringify(inUnit(article, "codepoint")), format);
  }

  /** What was exported before, with its marks as they are. */
  bring(file, { name = "", text, unit = "utf16" } = {}) {
    return inUnit(JSON.parse(wasm.bring(file, name, text)), unit);
  }
}

/** A function that starts the wasm when it is first called, and once only; after a failure it tries again. */
export function kept(source) {
  let loading;
  return (from) => {
    loading ??= begin(from ?? source()).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

async function begin(from) {
  await start({ module_or_path: await from });
  return new Lectern();
}

// In Node, which fetches no files.
import { readFile } from "node:fs/promises";
import { Lectern, kept } from "./lectern.js";

const wasm = () => readFile(new URL("./wasm/lectern_bg.wasm", import.meta.url));

export const load = kept(wasm);
export const read = async (text, options) => (await load()).read(text, options);
export { Lectern };

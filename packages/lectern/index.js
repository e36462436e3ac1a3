// In browsers and for bundlers: the wasm lies beside this module and is fetched when it is first needed.
import { Lectern, kept } from "./lectern.js";

const wasm = () => fetch(new URL("./wasm/lectern_bg.wasm", import.meta.url));

export const load = kept(wasm);
export const read = async (text, options) => (await load()).read(text, options);
export { Lectern };

// The worker's whole script: the same glue and wasm as the page, given as query parameters by the page.
import { arrange } from "./late.js";

// A page in one file says there what it has no query for.
const files = new URLSearchParams(globalThis.lecternFiles ?? location.search);
const started = arrange(files.get("late"));
const module = await import(files.get("glue"));
started(await module.default({ module_or_path: files.get("wasm") }));

// A worker's whole script: which glue and wasm it runs, the page says in its query.

// A page in one file says there what it has no query for.
const files = new URLSearchParams(globalThis.lecternFiles ?? location.search);
const program = await import(files.get("glue"));
await program.default({ module_or_path: files.get("wasm") });

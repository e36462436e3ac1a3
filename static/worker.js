// The worker's whole script: the same glue and wasm as the page, given as query parameters by the page.
const files = new URL(self.location).searchParams;
const module = await import(files.get("glue"));
await module.default({ module_or_path: files.get("wasm") });

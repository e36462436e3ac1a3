// What comes late, when the page was built in two parts: it is put into the running program in the background (`soon`),
// or while everything waits when the program cannot go on without it (`now`).

/**
 * Lets a program that is about to start ask for its late part. Without a file it has all in one.
 * Gives a function to call with the program's exports when it runs.
 */
export function arrange(file, integrity = "") {
  let program = null;
  let whole = !file;
  let fetching = null;
  let begin;
  const started = new Promise((resolve) => (begin = resolve));

  async function fetchLate() {
    const module = await WebAssembly.compileStreaming(fetch(file, { integrity, priority: "low" }));
    const running = await started;
    if (!whole) await WebAssembly.instantiate(module, { first: running });
    whole = true;
  }

  globalThis.lecternLate = {
    soon() {
      if (whole) return Promise.resolve();
      fetching ??= fetchLate().finally(() => (fetching = null));
      return fetching;
    },
    now() {
      if (whole) return;
      const request = new XMLHttpRequest();
      request.open("GET", file, false);
      request.overrideMimeType("text/plain; charset=x-user-defined");
      request.send();
      const bytes = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0));
      new WebAssembly.Instance(new WebAssembly.Module(bytes), { first: program });
      whole = true;
    },
  };
  return (exports) => {
    program = exports;
    begin(exports);
  };
}

// The page as one file: what it would fetch lies packed in the file, and each gets an address of its own here, which
// leads nowhere but into this page's memory. `boot.js`, which follows in the same script, waits for that.
const KINDS = { js: "text/javascript", wasm: "application/wasm", txt: "text/plain; charset=utf-8" };
const files = new Map();

async function unpack(block) {
  const packed = Uint8Array.from(atob(block.textContent), (letter) => letter.charCodeAt(0));
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const name = block.dataset.file;
  const headers = { "content-type": KINDS[name.split(".").pop()] };
  const blob = await new Response(plain, { headers }).blob();
  files.set(name, { blob, address: URL.createObjectURL(blob) });
  block.remove();
}

/** The file that lies at an address of the page's folder, or has one in this page's memory. */
function own(address) {
  const name = new URL(address, document.baseURI).pathname.split("/").pop();
  return files.get(name) ?? [...files.values()].find((file) => file.address === address);
}

function link(rel, name, as) {
  const made = Object.assign(document.createElement("link"), { rel, crossOrigin: "anonymous" });
  if (as) made.setAttribute("as", as);
  made.href = files.get(name).address;
  document.head.append(made);
}

globalThis.lecternUnpacked = (async () => {
  await Promise.all([...document.querySelectorAll("script[data-file]")].map(unpack));
  const page = [...files.keys()].filter((name) => name.startsWith("lectern-page"));
  link("modulepreload", page.find((name) => name.endsWith(".js")));
  link("preload", page.find((name) => name.endsWith("_bg.wasm")), "fetch");
  for (const named of document.querySelectorAll("meta[name^=lectern-]")) {
    named.content = own(named.content).address;
    // It was in this file: there is nothing to compare it with.
    delete named.dataset.integrity;
  }
})();

globalThis.lecternAddress = (name) => files.get(name).address;

// A worker may not take what lies in this page's memory: it is sent the files, and gives them addresses of its own.
const START = `onmessage = ({ data }) => {
  onmessage = null;
  const addresses = new Map(data.map(([what, blob]) => [what, URL.createObjectURL(blob)]));
  globalThis.lecternFiles = [...addresses];
  import(addresses.get("script"));
}`;

globalThis.Worker = class extends Worker {
  constructor(address) {
    super(URL.createObjectURL(new Blob([START], { type: KINDS.js })));
    const { pathname, searchParams } = new URL(address, document.baseURI);
    const wanted = [["script", pathname.split("/").pop()], ...searchParams];
    this.postMessage(wanted.map(([what, where]) => [what, own(where).blob]));
  }
};

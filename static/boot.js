// Starts the page. Until the wasm stands, what is pasted, dropped or typed is kept here and handed over as the
// page's first input; when the wasm cannot start, the reader is told so and the text stays.
import { arrange } from "./late.js";

const shell = document.getElementById("shell");
const box = document.getElementById("shell-text");
const status = document.getElementById("shell-status");
const chinese = document.documentElement.lang.startsWith("zh");
const early = { text: null, html: null, files: [], folders: [] };

function keepPaste(event) {
  const data = event.clipboardData;
  if (!data) return;
  if (data.files.length > 0) early.files = [...data.files];
  else {
    early.text = data.getData("text/plain");
    early.html = data.getData("text/html");
  }
  waiting();
}

function keepDrop(event) {
  event.preventDefault();
  const data = event.dataTransfer;
  if (!data) return;
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  if (entries.some((entry) => entry.isDirectory)) early.folders = entries;
  else if (data.files.length > 0) early.files = [...data.files];
  else {
    early.text = data.getData("text/plain");
    early.html = data.getData("text/html");
    box.value = early.text;
  }
  waiting();
}

const allowDrop = (event) => event.preventDefault();

function waiting() {
  status.textContent = chinese ? "正在启动阅读器……" : "Starting the reader…";
}

/** Hands to the page what is there for it, as if it had been pasted, dropped or typed. */
export function give(what) {
  const nothing = { text: "", html: "", files: [], folders: [], typed: "" };
  document.dispatchEvent(new CustomEvent("lectern-early", { detail: { ...nothing, ...what } }));
}

document.addEventListener("paste", keepPaste);
document.addEventListener("dragover", allowDrop);
document.addEventListener("drop", keepDrop);

// The page asks by `lectern-ready` and is answered by `lectern-early`.
document.addEventListener(
  "lectern-ready",
  () => {
    document.removeEventListener("paste", keepPaste);
    document.removeEventListener("dragover", allowDrop);
    document.removeEventListener("drop", keepDrop);
    const isTyped = early.text === null && early.files.length + early.folders.length === 0;
    const typed = isTyped ? box.value : "";
    give({ ...early, typed });
    shell.remove();
    askOpener();
    // Whatever is not needed to read: keeping the page for offline use, taking what other apps share. The manifest
    // tells a page that was built for release and is served.
    if (document.querySelector("link[rel=manifest]")) import("./installed.js").catch((error) => console.warn(error));
  },
  { once: true },
);

// The bookmarklet opens this page at `#page`, waits for one word from it, and may then send one page's html: a
// string, and not more of it than any article needs.
const MOST = 5_000_000;

function askOpener() {
  if (!window.opener || location.hash !== "#page") return;
  window.addEventListener("message", takePage);
  window.opener.postMessage("lectern-ready", "*");
}

function takePage(event) {
  const { source, data, origin } = event;
  if (source !== window.opener || typeof data !== "string" || data.length > MOST) return;
  window.removeEventListener("message", takePage);
  window.opener = null;
  history.replaceState(null, "", location.pathname + location.search);
  give({ html: data, origin });
}

// A page that is one file has the others packed in itself.
await globalThis.lecternUnpacked;

const named = (name) => document.querySelector(`meta[name="${name}"]`);
const late = named("lectern-late");
const started = arrange(late?.content, late?.dataset.integrity);

// A file of the page's folder; in a page that is one file, where it lies in memory.
const address = globalThis.lecternAddress ?? ((name) => new URL(name, document.baseURI));

async function text(from) {
  const answer = await fetch(from);
  if (!answer.ok) throw new Error(`${from}: ${answer.status}`);
  return answer.text();
}

// The words of the page in Chinese: fetched for those who want them, before the page starts or when they choose them.
// The example: when it is opened.
let words;
globalThis.lecternWords = {
  kept: () => words,
  async fetch() {
    return (words = await text(named("lectern-words")?.content ?? "./zh-Hans.txt"));
  },
  example: () => text(address("example.txt")),
};

// The reader's program on this thread, for browsers that refuse the page a worker.
globalThis.lecternReadHere = async (glue, wasm, request) => {
  const program = await import(address(glue));
  await program.default({ module_or_path: address(wasm) });
  return program.readHere(request);
};
const ready = chinese ? lecternWords.fetch().catch((error) => console.warn(error)) : null;

try {
  const glue = document.querySelector('link[rel="modulepreload"]').href;
  const wasm = document.querySelector('link[rel="preload"][as="fetch"]').href;
  const module = await import(glue);
  await ready;
  started(await module.default({ module_or_path: wasm }));
} catch (error) {
  console.error(error);
  status.setAttribute("role", "alert");
  status.textContent = chinese
    ? "阅读器无法启动。您的文字还在上面的框中。请检查网络后重新载入页面，或换用较新的浏览器。"
    : "The reader could not start. Your text is still in the box above. Check the connection and load the page again, or use a newer browser.";
}

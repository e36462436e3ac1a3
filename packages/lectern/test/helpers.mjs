// What the tests share: the packed package, installed as somebody else would, and browsers that tell what they show.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, extname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** The .tgz, and `node_modules` with vite and typescript. */
const { LECTERN_PACKAGE, LECTERN_NODE_MODULES } = process.env;
assert(LECTERN_PACKAGE && LECTERN_NODE_MODULES, "cargo xtask package-js --test runs these tests");

export const tool = (name) => join(LECTERN_NODE_MODULES, ".bin", name);

/** A fresh project that has the package among its modules. */
export function project(files = {}) {
  const folder = mkdtempSync(join(tmpdir(), "lectern-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--offline", "--silent", resolve(LECTERN_PACKAGE)], {
    cwd: folder,
  });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** The blocks of code of the package's own README, by their language, in order. */
export function examples(language) {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  return [...readme.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].filter((block) => block[1] === language).map((block) => block[2]);
}

/** Unpacks the package into a folder, as for a static host. */
export function unpacked(project, folder) {
  cpSync(join(project, "node_modules/lectern"), folder, { recursive: true });
}

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" };

/** Says what the page shows, whenever that changes, and what fails. */
const REPORTER = `<script>
  const say = (text) => fetch("/shown", { method: "POST", body: text });
  addEventListener("error", (event) => say("error: " + event.message));
  addEventListener("unhandledrejection", (event) => say("error: " + event.reason));
  setInterval(() => say(document.body ? document.body.innerText : ""), 200);
</script>`;

/** Serves a folder to a browser until the page shows what is waited for; gives all that it shows. */
export async function shown(browser, folder, wanted) {
  let settle;
  let last = "nothing";
  const seen = new Promise((done, failed) => (settle = { done, failed }));
  const server = createServer((request, response) => {
    if (request.url === "/shown") {
      let text = "";
      request.on("data", (part) => (text += part));
      request.on("end", () => {
        last = text;
        if (text.startsWith("error: ")) settle.failed(new Error(text));
        if (text.includes(wanted)) settle.done(text);
        response.end();
      });
      return;
    }
    const path = new URL(request.url, "http://localhost").pathname;
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    const content = readFileSync(file);
    response.setHeader("Content-Type", TYPES[extname(file)] ?? "text/plain");
    response.end(extname(file) === ".html" ? content + REPORTER : content);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    return await visit(browser, `http://127.0.0.1:${server.address().port}/`, seen, () => last);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function visit(browser, address, seen, last) {
  const profile = mkdtempSync(join(tmpdir(), "lectern-browser-"));
  const child = spawn(browser, [...(browser.includes("firefox") ? firefox(profile) : chromium(profile)), address], {
    stdio: "ignore",
    detached: true,
  });
  const ended = new Promise((exited) => child.on("exit", exited));
  let timer;
  const late = new Promise((_, failed) => {
    timer = setTimeout(() => failed(new Error(`${browser} still shows: ${last()}`)), 180_000);
  });
  try {
    return await Promise.race([seen, late]);
  } finally {
    clearTimeout(timer);
    if (child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    await ended;
    await removed(profile);
  }
}

/** Removes a browser's profile. Its child processes may end after it and write until then, so it is tried for ten seconds. */
async function removed(profile) {
  for (const end = Date.now() + 10_000; ; await sleep(200)) {
    try {
      return rmSync(profile, { recursive: true, force: true });
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

const chromium = (profile) => ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", `--user-data-dir=${profile}`];
const firefox = (profile) => ["--headless", "--no-remote", "--profile", profile];

const there = (name) => process.env.PATH.split(delimiter).some((folder) => existsSync(join(folder, name)));

/** The browsers that this machine has, one of each kind. */
export const browsers = [
  ["chromium", "google-chrome"],
  ["firefox-esr", "firefox"],
].flatMap((names) => names.filter(there).slice(0, 1));

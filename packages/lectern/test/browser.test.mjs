// In browsers: the example for a static host as it stands, and the one with a worker, built by vite.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { browsers, examples, project, shown, tool, unpacked } from "./helpers.mjs";

const [page] = examples("html");
const [, worker, config] = examples("js");
const [, listed] = examples("text");
const ROW = "“We will plant a hundred trees,”";

if (browsers.length === 0) console.log("skipped: there is no browser");

const folder = project({
  "index.html": '<!doctype html><meta charset="utf-8"><body><script type="module" src="/main.js"></script></body>',
  "main.js": worker,
  "vite.config.js": config,
});
const site = join(folder, "site");
mkdirSync(site);
writeFileSync(join(site, "index.html"), page);
unpacked(folder, join(site, "lectern"));

for (const browser of browsers) {
  test(`a page from a static host, ${browser}`, async () => {
    assert.equal((await shown(browser, site, "Ada")).trim(), listed.trim());
  });
}

test("vite builds it, and the built page reads in a worker", async () => {
  execFileSync(tool("vite"), ["build", "--logLevel", "warn"], { cwd: folder, stdio: "inherit" });
  const assets = readdirSync(join(folder, "dist/assets"));
  assert.equal(assets.filter((name) => name.endsWith(".wasm")).length, 1, `one wasm in ${assets}`);
  for (const browser of browsers) {
    const text = await shown(browser, join(folder, "dist"), ROW);
    assert.match(text, /Tom Berg/);
  }
});

test("vite's development server serves it", async () => {
  const port = 20_000 + (process.pid % 20_000);
  const vite = spawn(tool("vite"), ["--port", String(port), "--strictPort", "--host", "127.0.0.1"], {
    cwd: folder,
    stdio: "ignore",
  });
  try {
    const get = async (path) => {
      for (let tries = 0; ; tries++) {
        try {
          return await fetch(`http://127.0.0.1:${port}${path}`);
        } catch (error) {
          if (tries > 600) throw error;
          await new Promise((later) => setTimeout(later, 100));
        }
      }
    };
    // The package's own files, not bundled ones, so that the wasm lies beside them.
    const main = await (await get("/main.js")).text();
    const address = main.match(/from "([^"]*worker\.js[^"]*)"/)?.[1];
    assert(address?.includes("/node_modules/lectern/worker.js"), main);
    const wasm = await get("/node_modules/lectern/wasm/lectern_bg.wasm");
    assert.equal(wasm.headers.get("content-type"), "application/wasm");
  } finally {
    vite.kill();
  }
});

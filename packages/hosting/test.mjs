// The recipes of docs/hosting.md, run as they stand there but for port and folder: what nginx and Caddy send of the
// built page, at the root of a site and in a folder of it, and whether the page starts from there.
//
// LECTERN_DIST names the built page. A server that this machine lacks is skipped, and told.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { after, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

const document = readFileSync(new URL("../../docs/hosting.md", import.meta.url), "utf8");
const block = (language) => document.match(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "m"))[1];
const find = (name) =>
  [...process.env.PATH.split(delimiter), "/usr/sbin"].map((folder) => join(folder, name)).find(existsSync);

const folder = mkdtempSync(join(tmpdir(), "lectern-hosting-"));
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

const root = join(folder, "site");
const dist = resolve(process.env.LECTERN_DIST ?? "dist");
cpSync(dist, root, { recursive: true });
if (find("brotli")) {
  execFileSync("sh", ["-ec", block("sh").replace("cd dist", `cd '${root}'`)]);
} else {
  console.log("skipped: brotli is not there, files are sent as they are");
}
mkdirSync(join(root, "reader"));
for (const name of readdirSync(root)) {
  if (name !== "reader") cpSync(join(root, name), join(root, "reader", name));
}
execFileSync("chmod", ["-R", "a+rX", folder]);

const hashed = readdirSync(dist).filter((name) => /-[0-9a-f]{16}(_[A-Za-z-]+)?\./.test(name));
const wasm = hashed.find((name) => name.endsWith(".wasm"));
const policy = readFileSync(join(dist, "index.html"), "utf8").match(/Content-Security-Policy"\s+content="([^"]+)"/)[1];

/** What is sent for a path: status, headers and bytes as they come. */
function get(port, path, encoding = "identity") {
  return new Promise((done, failed) => {
    const asked = request({ port, path, host: "127.0.0.1", headers: { "Accept-Encoding": encoding } }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    asked.on("error", failed);
    asked.end();
  });
}

/** Starts a server and waits until it answers. */
async function started(program, given, port) {
  const child = spawn(program, given, { stdio: "inherit", env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder } });
  after(() => child.kill());
  for (let tries = 0; ; tries++) {
    try {
      await get(port, "/");
      return;
    } catch (error) {
      if (tries > 600 || child.exitCode !== null) throw error;
      await new Promise((later) => setTimeout(later, 100));
    }
  }
}

const servers = {
  async nginx(program, port) {
    const server = block("nginx")
      .replace("listen 80;", `listen 127.0.0.1:${port};`)
      .replace("/var/www/lectern", root)
      .replace("brotli_static on;", hasBrotli() ? "brotli_static on;" : "");
    mkdirSync(join(folder, "nginx"));
    writeFileSync(join(folder, "nginx/lectern.conf"), server);
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    const around = [
      "daemon off;",
      `pid ${folder}/nginx/pid;`,
      `error_log ${folder}/nginx/error.log;`,
      hasBrotli() ? `load_module ${BROTLI};` : "",
      "events {}",
      "http {",
      "access_log off;",
      ...temporary.map((kind) => `${kind}_temp_path ${folder}/nginx/${kind};`),
      `include ${folder}/nginx/lectern.conf;`,
      "}",
    ];
    writeFileSync(join(folder, "nginx/nginx.conf"), around.join("\n"));
    await started(program, ["-p", folder, "-e", join(folder, "nginx/error.log"), "-c", join(folder, "nginx/nginx.conf")], port);
  },
  async caddy(program, port) {
    const site = block("caddy").replace("reader.example", `http://127.0.0.1:${port}`).replace("/var/www/lectern", root);
    writeFileSync(join(folder, "Caddyfile"), `{\n\tadmin off\n}\n${site}`);
    await started(program, ["run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"], port);
  },
};

const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const hasBrotli = () => existsSync(BROTLI);

let port = 20_000 + (process.pid % 10_000);
for (const [name, start] of Object.entries(servers)) {
  const program = find(name);
  if (!program) {
    console.log(`skipped: ${name} is not there`);
    continue;
  }
  const at = port++;
  test(name, async (t) => {
    await start(program, at);
    for (const place of ["/", "/reader/"]) await t.test(place, () => isServedWell(name, at, place));
    await t.test("an address without its last stroke is sent on", async () => {
      const { status, headers } = await get(at, "/reader");
      assert([301, 302, 307, 308].includes(status), `${status}`);
      assert(headers.location.endsWith("/reader/"), headers.location);
    });
    await t.test("what is not there is not found", async () => assert.equal((await get(at, "/not-there.js")).status, 404));
  });
}

async function isServedWell(name, at, place) {
  for (const [path, type, cache] of [
    ["", "text/html", "no-cache"],
    ["boot.js", "text/javascript", "no-cache"],
    ["worker.js", "text/javascript", "no-cache"],
    [wasm, "application/wasm", "public, max-age=31536000, immutable"],
    ...hashed.filter((name) => name.endsWith(".css")).map((name) => [name, "text/css", "public, max-age=31536000, immutable"]),
  ]) {
    const { status, headers } = await get(at, place + path);
    assert.equal(status, 200, path);
    assert.equal(headers["content-type"].replace("application/javascript", "text/javascript").split(";")[0], type, path);
    assert.equal(headers["cache-control"], cache, path);
    assert.equal(headers["content-security-policy"], `${policy}; frame-ancestors 'none'`, path);
    assert.equal(headers["x-content-type-options"], "nosniff", path);
    assert.equal(headers["referrer-policy"], "no-referrer", path);
    assert.equal(headers["set-cookie"], undefined, path);
  }
  if (find("brotli")) {
    const plain = readFileSync(join(dist, wasm));
    for (const [encoding, unpack] of [["gzip", gunzipSync], ["br", brotliDecompressSync]]) {
      if (encoding === "br" && name === "nginx" && !hasBrotli()) continue;
      const { headers, body } = await get(at, place + wasm, encoding);
      assert.equal(headers["content-encoding"], encoding);
      assert.equal(headers["content-type"], "application/wasm");
      assert(unpack(body).equals(plain), "the wasm comes as it is");
      assert(body.length < plain.length / 2, `${encoding}: ${body.length} of ${plain.length}`);
    }
  }
  await starts(`http://127.0.0.1:${at}${place}`);
}

/** Whether the page starts: it takes its shell away once the wasm runs. */
async function starts(address) {
  const browser = ["chromium", "google-chrome"].find(find);
  if (!browser) return console.log("skipped: chromium is not there");
  const profile = join(folder, "profile");
  const given = ["--headless=new", "--no-sandbox", "--disable-gpu", `--user-data-dir=${profile}`];
  for (let tries = 1; ; tries++) {
    const page = execFileSync(browser, [...given, "--virtual-time-budget=20000", "--dump-dom", address], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 120_000,
    });
    if (page.includes("wordmark") && !page.includes('id="shell"')) return;
    assert(tries < 3, `the page does not start: ${page.slice(-2000)}`);
  }
}

// In Node: the first example of the README, and what each function promises.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { examples, project, tool } from "./helpers.mjs";

const [node] = examples("js");
const [printed] = examples("text");
const folder = project({ "example.js": node, "idle.js": 'import "lectern"; import "lectern/worker"; console.log("idle");' });
const { load, read } = await import(pathToFileURL(join(folder, "node_modules/lectern/node.js")));
const run = (file) => execFileSync(process.execPath, [file], { cwd: folder, encoding: "utf8" });

const STORY = 'Wells to Open\n\n"We should open the wells 🚰," said Ada Lund, the mayor. "We must."\n';

test("the example prints what the README says", () => {
  assert.equal(run("example.js"), printed);
});

test("an import does nothing", () => {
  assert.equal(run("idle.js"), "idle\n");
});

test("positions count what is asked for", async () => {
  const lectern = await load();
  const units = lectern.read(STORY);
  const points = lectern.read(STORY, { unit: "codepoint" });
  assert.equal(units.unit, "utf16");
  assert.equal(points.unit, "codepoint");
  const characters = [...points.text];
  const said = units.quotations.map(({ content }) => content.map(([start, end]) => units.text.slice(start, end)));
  assert.deepEqual(said, [['"We should open the wells 🚰,"', '"We must."']]);
  assert.deepEqual(
    points.quotations.map(({ content }) => content.map(([start, end]) => characters.slice(start, end).join(""))),
    said,
  );
  assert.equal(units.blocks.at(-1).span[1] - points.blocks.at(-1).span[1], 1);
  assert.throws(() => lectern.read(STORY, { unit: "bytes" }), /utf16/);
});

test("both units are written alike, and come back", async () => {
  const lectern = await load();
  const units = lectern.read(STORY, { name: "wells" });
  const points = lectern.read(STORY, { name: "wells", unit: "codepoint" });
  for (const format of ["markdown", "html", "csv", "tsv", "json", "jsonld", "tei", "brat", "brat-text", "conll", "svg",
    "worksheet-speakers", "worksheet-cues", "worksheet-proposals"]) {
    const written = lectern.write(units, format);
    assert.equal(written, lectern.write(points, format), format);
    assert(written.length > 10, format);
  }
  for (const format of ["json", "html", "jsonld"]) {
    assert.deepEqual(lectern.bring(lectern.write(units, format)).quotations, units.quotations, format);
  }
  const text = lectern.write(units, "brat-text");
  const brat = lectern.bring(lectern.write(units, "brat"), { name: "wells.ann", text });
  assert.deepEqual(brat.quotations[0].content, units.quotations[0].content);
  assert.throws(() => lectern.write(units, "word"), /there is no format "word"/);
  assert.throws(() => lectern.bring("A story."), /no article/);
});

test("html, bytes and any other text are read", async () => {
  const page = '<!doctype html><title>x</title><p>Ada Lund, the mayor, said the wells would open.</p>';
  assert.deepEqual((await read(page)).speakers.map(({ name }) => name), ["Ada Lund"]);
  assert((await read(page, { html: false })).text.includes("<title>"));
  assert.equal((await read("<p>Trees.</p>", { html: true })).text.trim(), "Trees.");
  assert.equal((await read(new TextEncoder().encode("Trees."))).text, "Trees.");
  assert.equal((await read(Uint8Array.of(0x93, 0x54, 0x72, 0x65, 0x65, 0x73, 0x94))).text, "“Trees”");
  await assert.rejects(read(new Uint8Array(200)), /not a text file/);
  for (const text of ["", "\u0000", "\ud800", "“".repeat(1000)]) {
    assert.equal((await read(text)).lectern, 1);
  }
});

test("line ends are kept when nothing is to be repaired", async () => {
  assert.equal((await read("Trees.\r\n", { asIs: true })).text, "Trees.\r\n");
});

test("the types hold", () => {
  const folder = project({
    "use.ts": `
      import { load, read, type Article, type Quotation } from "lectern";
      import { start } from "lectern/worker";
      const article: Article = await read("Trees.", { unit: "codepoint", name: "trees" });
      const first: Quotation | undefined = article.quotations[0];
      const form: "direct" | "indirect" | "mixed" | undefined = first?.form;
      const span: [start: number, end: number] | undefined = first?.content[0];
      const role: string | null = article.speakers[0]!.role;
      const text: string = (await load()).write(article, "csv");
      const again: Promise<Article> = start().bring(text);
      // @ts-expect-error: there is no such format
      (await load()).write(article, "word");
      // @ts-expect-error: positions are numbers
      const wrong: string = article.blocks[0]!.span[0];
      export { form, span, role, again, wrong };
    `,
  });
  execFileSync(
    tool("tsc"),
    ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom", "--types", "", "use.ts"],
    { cwd: folder, stdio: "inherit" },
  );
});

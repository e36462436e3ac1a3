// What stands on the page, read from the hooks that the page documents: blocks, marks, panel.
const text = (element) => (element ? element.textContent.replace(/\s+/g, " ").trim() : "");
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const article = document.querySelector("#article");
const names = Object.fromEntries(
  all("#panel li.speaker[data-speaker]").map((row) => [row.dataset.speaker, text(row.querySelector(".name") ?? row)]),
);
const ids = (attribute) => [
  ...new Set(all(`[${attribute}]`, article ?? document.createElement("p")).flatMap((leaf) => leaf.getAttribute(attribute).split(" "))),
].sort((a, b) => a - b);
const leaves = (attribute, id) => all(`[${attribute}~="${id}"]`, article);
const joined = (found) => found.map((leaf) => leaf.textContent).join("");
const one = (found, words) => words.find((word) => found.some((leaf) => leaf.classList.contains(word))) ?? "";

return {
  state: article?.dataset.reading ?? "none",
  blocks: article ? all("[data-kind]", article).map((block) => [block.dataset.kind, text(block)]) : [],
  quotations: ids("data-quotation").map((id) => {
    const found = leaves("data-quotation", id);
    return {
      id,
      form: one(found, ["direct", "indirect", "mixed"]),
      text: joined(found),
      cue: joined(leaves("data-cue", id)),
      speaker: names[document.querySelector(`#panel li.card[data-mark=quotation][data-id="${id}"]`)?.dataset.speaker] ?? names[found[0].dataset.speaker] ?? null,
    };
  }),
  proposals: ids("data-proposal").map((id) => {
    const found = leaves("data-proposal", id);
    return { id, kind: one(found, ["call", "plan", "pledge", "opposition"]), text: joined(found) };
  }),
  speakers: Object.values(names),
};

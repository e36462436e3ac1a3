// The article as drawn: its blocks in order, and for each mark the text under all of its leaves.
const article = document.querySelector("#article");
if (!article) return { blocks: [], quotations: [], proposals: [] };
const all = (selector) => [...article.querySelectorAll(selector)];
const marked = (attribute, words) => {
  const ids = all(`[${attribute}]`).flatMap((leaf) => leaf.getAttribute(attribute).split(" "));
  return [...new Set(ids)]
    .sort((a, b) => a - b)
    .map((id) => {
      const leaves = all(`[${attribute}~="${id}"]`);
      const kind = words.find((word) => leaves.some((leaf) => leaf.classList.contains(word))) ?? "";
      return `${kind}: ${leaves.map((leaf) => leaf.textContent).join("")}`;
    });
};
return {
  blocks: all("[data-kind]").map((block) => `${block.dataset.kind}: ${block.textContent}`),
  quotations: marked("data-quotation", ["direct", "indirect", "mixed"]),
  proposals: marked("data-proposal", ["call", "plan", "pledge", "opposition"]),
};

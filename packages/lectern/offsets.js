// Positions: code points, as files and other languages count, or UTF-16 units, as strings of JavaScript do.

/** The article with its positions counted so; itself where nothing changes. */
export function inUnit(article, unit) {
  if (unit !== "utf16" && unit !== "codepoint") throw new RangeError(`positions are "utf16" or "codepoint", not "${unit}"`);
  if (article.unit === unit) return article;
  const place = places(article.text, unit);
  return { ...spans(article, place), unit };
}

/** From a position in the other unit to one in this. */
function places(text, unit) {
  // Characters of two units are rare in news, and without them both counts are the same.
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return (at) => at;
  const table = [];
  let other = 0;
  for (const character of text) {
    if (unit === "utf16") {
      table.push(other);
      other += character.length;
    } else {
      for (let at = 0; at < character.length; at++) table.push(other);
      other += 1;
    }
  }
  table.push(other);
  return (at) => table[Math.min(at, table.length - 1)];
}

/** Everywhere in an article two numbers in a list are a start and an end, and nothing else is. */
function spans(value, place) {
  if (Array.isArray(value)) {
    const isSpan = value.length === 2 && typeof value[0] === "number";
    return isSpan ? value.map(place) : value.map((inner) => spans(inner, place));
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spans(inner, place)]));
}

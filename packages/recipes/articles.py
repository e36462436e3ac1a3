"""Made-up articles for the recipes: the same ones each time, a few very long, some that can't be read."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import List

PEOPLE = [f"{first} {last}" for first in ("Ada", "Tom", "Mira", "Jon", "Lea") for last in ("Lund", "Berg", "Sorel", "Vance")]
ROLES = ["the mayor", "who leads the park board", "a nurse", "head of the harbour office", "a farmer from the valley"]
PLACES = ["Northfield", "Port Lorne", "Ashby Vale", "Greenmoor"]
THINGS = ["the wells", "the night ferry", "the old school", "a second bridge", "the market hall", "the bus depot"]
VERBS = ["said", "told reporters", "argued", "warned"]


def article(number: int, sentences: int = 10) -> str:
    """A short piece of news, whose headline holds its number."""
    chance = random.Random(number)
    person, role, thing = chance.choice(PEOPLE), chance.choice(ROLES), chance.choice(THINGS)
    parts = [
        f"Report {number}: council looks at {thing}",
        f"{chance.choice(PLACES).upper()} — The council met on Tuesday to talk about {thing}.",
        f"“We should open {thing} before winter,” said {person}, {role}.",
    ]
    for _ in range(sentences):
        other = chance.choice(PEOPLE)
        parts.append(
            chance.choice(
                [
                    f"{other} {chance.choice(VERBS)} that {chance.choice(THINGS)} would cost more than planned.",
                    f"“Nobody asked us about {chance.choice(THINGS)},” {other} {chance.choice(VERBS)}.",
                    f"About {chance.randint(20, 900)} people came to see {chance.choice(THINGS)} last year.",
                    f"The council plans to repair {chance.choice(THINGS)} and to close {chance.choice(THINGS)}.",
                ]
            )
        )
    return "\n\n".join(parts)


def write(folder: Path, count: int) -> List[str]:
    """Lines of JSON in a folder: one file with half of the articles, the rest in small ones. Gives the names of those
    that can be read; besides, there are three bad lines for each 1000 articles: no JSON, no text, too long."""
    folder.mkdir(parents=True)
    lines, names = [], []
    for number in range(count):
        name = f"report-{number}"
        names.append(name)
        # One in ten thousand is a thousand times as long as the others.
        text = article(number, 10_000 if number % 10_000 == 77 else 10)
        lines.append(json.dumps({"article": name, "text": text}, ensure_ascii=False))
        if number % 1000 == 500:
            lines.append(f'{{"article": "broken-{number}", "text": "no end')
            lines.append(json.dumps({"article": f"empty-{number}"}))
            lines.append(json.dumps({"article": f"long-{number}", "text": "x" * 1_000_001}))
    half = len(lines) // 2
    (folder / "part-00.jsonl").write_text("\n".join(lines[:half]) + "\n", encoding="utf-8")
    step = max(1, half // 20)
    for part, start in enumerate(range(half, len(lines), step), 1):
        some = lines[start : start + step]
        (folder / f"part-{part:02}.jsonl").write_text("\n".join(some) + "\n", encoding="utf-8")
    return names

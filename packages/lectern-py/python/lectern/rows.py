"""A row for each quotation and proposal, for tables: the columns of ``lectern export --to csv``."""

from __future__ import annotations

import json
from typing import Dict, List, Optional, TypedDict

from . import _lectern
from .article import Article

#: The columns in order, and what they hold.
COLUMNS: Dict[str, type] = {
    "article": str,
    "mark": str,
    "id": str,
    "kind": str,
    "speaker": str,
    "role": str,
    "certainty": str,
    "text": str,
    "cue": str,
    "source": str,
    "addressee": str,
    "items": List[str],
    "stated_count": int,
    "quotation": str,
    "start": int,
    "end": int,
    "sure": bool,
    "by": str,
}


class Row(TypedDict):
    """One quotation or proposal. What it does not have is None; positions are code points of the article's text."""

    article: str
    mark: str
    id: str
    kind: str
    speaker: Optional[str]
    role: Optional[str]
    certainty: str
    text: str
    cue: Optional[str]
    source: Optional[str]
    addressee: Optional[str]
    items: List[str]
    stated_count: Optional[int]
    quotation: Optional[str]
    start: int
    end: int
    sure: bool
    by: str


def rows(article: Article) -> List[Row]:
    """The quotations and proposals of an article, in text order."""
    return json.loads(_lectern.rows(json.dumps(article)))

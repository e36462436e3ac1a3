"""Reads news articles: who says what, and who wants what done.

>>> article = lectern.read(text)
>>> lectern.table([article])            # a pandas table, a row for each quotation and proposal

Positions count Unicode code points, as Python's strings do: ``article["text"][start:end]``.
Reading releases the GIL, so that threads read on all cores.
"""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from os import cpu_count
from typing import TYPE_CHECKING, Iterable, Iterator, List, Optional, Tuple, Union

from . import _lectern
from .article import Article
from .rows import COLUMNS, Row, rows

if TYPE_CHECKING:
    import pandas
    import pyarrow

__all__ = ["COLUMNS", "Article", "Row", "arrow", "bring", "read", "read_all", "rows", "table", "write"]
__version__ = _lectern.__version__

#: How many articles a thread may have waiting: enough to keep it busy, few enough to keep memory flat.
WAITING_PER_THREAD = 16


def read(
    text: Union[str, bytes], *, html: Optional[bool] = None, as_is: bool = False, name: str = "-"
) -> Article:
    """Reads text, a page's html, or the bytes of either in any usual encoding. Any text gives an article.

    ``html`` says whether it is a page; left out, a page is known by its doctype or root element.
    ``as_is`` makes no repairs: the text stays as it was, character for character.

    Raises ValueError when bytes are no text.
    """
    given = _lectern.decode(text) if isinstance(text, (bytes, bytearray, memoryview)) else _without_halves(text)
    return json.loads(_lectern.read(given, html, as_is, name))


def read_all(
    texts: Iterable[Union[str, bytes, Tuple[str, Union[str, bytes]]]],
    *,
    html: Optional[bool] = None,
    as_is: bool = False,
    threads: Optional[int] = None,
) -> Iterator[Article]:
    """Reads many, on all cores, and gives them in the order in which they came: texts, or pairs of name and text.

    Draws no more than it needs to keep the cores busy, so that a stream without end is read in flat memory.
    """

    def one(item: Union[str, bytes, Tuple[str, Union[str, bytes]]]) -> Article:
        name, text = item if isinstance(item, tuple) else ("-", item)
        return read(text, html=html, as_is=as_is, name=name)

    threads = threads or cpu_count() or 1
    with ThreadPoolExecutor(threads) as pool:
        source = iter(texts)
        waiting = [pool.submit(one, item) for item in islice(source, threads * WAITING_PER_THREAD)]
        try:
            while waiting:
                yield waiting.pop(0).result()
                waiting.extend(pool.submit(one, item) for item in islice(source, 1))
        finally:
            for left in waiting:
                left.cancel()


def write(article: Article, format: str) -> str:
    """The article in a format of other programs: ``csv``, ``html``, ``tei`` and what else ``lectern export`` knows,
    and ``brat-text``, the text beside ``brat``'s annotations.

    Raises ValueError when it is no article, or there is no such format.
    """
    return _lectern.write(json.dumps(article), format)


def bring(file: str, *, name: str = "", text: Optional[str] = None) -> Article:
    """What was exported before as ``json``, ``jsonld``, ``html`` or ``brat``, with its marks as they are.

    Raises ValueError when there is no article in it.
    """
    return json.loads(_lectern.bring(file, name, text))


def table(articles: Iterable[Article]) -> "pandas.DataFrame":
    """A pandas table with a row for each quotation and proposal. Needs pandas."""
    import pandas

    frame = pandas.DataFrame([row for article in articles for row in rows(article)], columns=list(COLUMNS))
    return frame.astype({"stated_count": "Int64", "start": "int64", "end": "int64", "sure": "bool"})


def arrow(articles: Iterable[Article]) -> "pyarrow.Table":
    """The same as an Arrow table, ready for Parquet. Needs pyarrow."""
    import pyarrow

    kinds = {str: pyarrow.string(), int: pyarrow.int64(), bool: pyarrow.bool_(), List[str]: pyarrow.list_(pyarrow.string())}
    schema = pyarrow.schema([(name, kinds[kind]) for name, kind in COLUMNS.items()])
    return pyarrow.Table.from_pylist([row for article in articles for row in rows(article)], schema=schema)


def _without_halves(text: str) -> str:
    """Halves of characters, which Python's strings may hold, are no text: each becomes the sign for that."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text

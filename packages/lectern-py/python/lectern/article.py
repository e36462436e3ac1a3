"""What a reading is made of, as type checkers see it. Made from docs/lectern-1.schema.json; not written by hand."""

from __future__ import annotations

from typing import List, Literal, Optional, TypedDict, Union

# Start and end, in code points; may be empty.
Span = List[int]


class ListPlace(TypedDict):
    """Place in a list, for list items."""

    # 0 for an outermost list.
    depth: int
    # Which list, counted over the article.
    id: int
    # Numbered or bulleted.
    ordered: bool


class Block(TypedDict):
    # The span without list markers.
    content: Span
    kind: Literal["title", "byline", "details", "heading", "paragraph", "quote", "list-item", "caption", "pull-quote", "clutter"]
    language: Literal["en", "zh", "other", "unknown"]
    # Of headings.
    level: Optional[int]
    # Place in a list, for list items.
    list: Optional[ListPlace]
    # Why a block is clutter; null for every other kind.
    reason: Optional[Literal["navigation", "sharing", "advert", "related", "legal", "comments", "word-list", "player", "other"]]
    span: Span


class Detail(TypedDict):
    # Null when metadata gave it.
    span: Optional[Span]
    # In the words of the text or of the page's metadata.
    text: str
    # In a normal form: ISO 8601 for dates, a BCP 47 tag for languages, else the words.
    value: str


class Details(TypedDict):
    authors: List[Detail]
    # Place, date and agency at the start of the first paragraph.
    dateline: Optional[Detail]
    # Language of the story; value is a BCP 47 tag.
    language: Optional[Detail]
    # Who published it.
    outlet: Optional[Detail]
    published: Optional[Detail]
    # The trail of sections, outermost first.
    section: List[Detail]
    title: Optional[Detail]
    updated: Optional[Detail]
    url: Optional[Detail]


class Edit(TypedDict):
    # Such as line-end, mojibake, hyphenation, drop-cap, entity.
    kind: str
    # Where the new text lies; empty where something was dropped.
    span: Span
    # What stood there in the input.
    was: str


class Made(TypedDict):
    """What made the document."""

    # Program and version. Such as lectern 0.1.0.
    by: str
    # SHA-256 of the tagger's model file, when it has one.
    model: Optional[str]
    # What kind of tagger found the quotations. Such as rules, linear.
    tagger: str


class Who(TypedDict):
    """Who is meant, and how sure that is."""

    attribution: Literal["named", "resolved", "ambiguous", "none"]
    # Whom it may mean, likeliest first; empty unless ambiguous.
    candidates: List[str]
    # Null unless named or resolved.
    speaker: Optional[str]


class Step(TypedDict):
    mention: Optional[str]
    rule: str


class Mention(Who):
    # The steps from the mention to its speaker.
    because: List[Step]
    form: Literal["name", "role", "description", "pronoun"]
    id: str
    span: Span


class Note(TypedDict):
    kind: str
    span: Span
    # The remark in plain English.
    text: str


class Addressee(TypedDict):
    """Who is to act, when named apart."""

    span: Span
    speaker: Optional[str]

# Who made it as it stands: a person added, changed or accepted it, or nobody has looked. `machine` where it is missing.
By = Literal["machine", "person"]

# Why a reader should look at it: several speakers are possible, nobody is named, no cue ties it to a speaker, the speaker is named in another block, another number is stated than was found, a quotation mark is never closed, the signs for it are weak. Null where nothing tells against it, and for what a person made.
Check = Literal["candidates", "nobody", "no-cue", "far", "count", "unclosed", "weak"]


class Was(TypedDict, total=False):
    """What the machine had, of the things that a person changed; empty where everything was accepted, null where the machine's own stands or it had nothing."""

    addressee: List[Span]
    # A quotation's content, or a proposal's span.
    content: List[Span]
    form: Literal["direct", "indirect", "mixed"]
    items: List[Span]
    kind: Literal["call", "plan", "pledge", "opposition"]
    name: str
    # The names of whom it was given to; none when nobody could be told.
    speaker: List[str]


class _Proposal(Who):
    # Who is to act, when named apart.
    addressee: Optional[Addressee]
    id: str
    # The co-ordinated actions, when there are several.
    items: List[Span]
    kind: Literal["call", "plan", "pledge", "opposition"]
    # The quotation that it stands in.
    quotation: Optional[str]
    # An earlier proposal of the same course of action.
    same_as: Optional[str]
    # The shortest stretch that says what is to be done.
    span: Span
    # How many there are, when the text says so.
    stated_count: Optional[int]
    sure: bool
    # The words that make it a proposal.
    trigger: Optional[Span]


class Proposal(_Proposal, total=False):
    by: By
    check: Optional[Check]
    was: Optional[Was]


class _Quotation(Who):
    # What is said, quotation marks included.
    content: List[Span]
    # The words that tell that it is said.
    cue: Optional[Span]
    form: Literal["direct", "indirect", "mixed"]
    id: str
    # The source as a mention.
    mention: Optional[str]
    # The quotation that this one lies in.
    parent: Optional[str]
    # Who says it, in the words of the text; may lie in another paragraph.
    source: List[Span]
    # Whether it can be relied on.
    sure: bool
    # What the cue verb tells of the source's stance. Such as neutral, claim, admit, deny, warn, propose, promise, praise, criticize, ask, think.
    verb_class: Optional[str]


class Quotation(_Quotation, total=False):
    by: By
    check: Optional[Check]
    was: Optional[Was]


class _Speaker(TypedDict):
    id: str
    kind: Literal["person", "organization", "group", "document", "unnamed"]
    # The fullest form in the article, without the title.
    name: str
    # The fullest title or description that the article gives.
    role: Optional[str]


class Speaker(_Speaker, total=False):
    by: By
    was: Optional[Was]


class Article(TypedDict):
    """A news article, read: its blocks, who speaks, what each says and what each wants. Positions are Unicode code points of `text`, ends exclusive. Version 1 only gains fields; readers ignore those that they do not know. Ids are unique in a document, in text order, and not stable between readings. Lists are never null."""

    # Path as given, `-` for standard input, file name without ending under --stem, or the id in a stream.
    article: str
    # In text order, disjoint; the gaps between them are white space.
    blocks: List[Block]
    details: Details
    # How the text differs from the input, in text order: undoing them all gives the input back exactly.
    edits: List[Edit]
    # Version of this format.
    lectern: Literal[1]
    # What made the document.
    made: Made
    # Where speakers are named, described or meant.
    mentions: List[Mention]
    # What looked wrong.
    notes: List[Note]
    proposals: List[Proposal]
    quotations: List[Quotation]
    speakers: List[Speaker]
    # The text that all positions refer to.
    text: str
    # What positions count.
    unit: Literal["codepoint"]

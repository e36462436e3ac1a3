// Made from docs/lectern-1.schema.json by a test of lectern-formats; not written by hand.

/** Start and end, in code points; may be empty. */
export type Span = [start: number, end: number];

/** Place in a list, for list items. */
export interface ListPlace {
  /** 0 for an outermost list. */
  depth: number;
  /** Which list, counted over the article. */
  id: number;
  /** Numbered or bulleted. */
  ordered: boolean;
}

export interface Block {
  /** The span without list markers. */
  content: Span;
  kind: "title" | "byline" | "details" | "heading" | "paragraph" | "quote" | "list-item" | "caption" | "pull-quote" | "clutter";
  language: "en" | "zh" | "other" | "unknown";
  /** Of headings. */
  level: number | null;
  /** Place in a list, for list items. */
  list: ListPlace | null;
  /** Why a block is clutter; null for every other kind. */
  reason: "navigation" | "sharing" | "advert" | "related" | "legal" | "comments" | "word-list" | "player" | "other" | null;
  span: Span;
}

export interface Detail {
  /** Null when metadata gave it. */
  span: Span | null;
  /** In the words of the text or of the page's metadata. */
  text: string;
  /** In a normal form: ISO 8601 for dates, a BCP 47 tag for languages, else the words. */
  value: string;
}

export interface Details {
  authors: Detail[];
  /** Place, date and agency at the start of the first paragraph. */
  dateline: Detail | null;
  /** Language of the story; value is a BCP 47 tag. */
  language: Detail | null;
  /** Who published it. */
  outlet: Detail | null;
  published: Detail | null;
  /** The trail of sections, outermost first. */
  section: Detail[];
  title: Detail | null;
  updated: Detail | null;
  url: Detail | null;
}

export interface Edit {
  /** Such as line-end, mojibake, hyphenation, drop-cap, entity. */
  kind: string;
  /** Where the new text lies; empty where something was dropped. */
  span: Span;
  /** What stood there in the input. */
  was: string;
}

/** What made the document. */
export interface Made {
  /** Program and version. Such as lectern 0.1.0. */
  by: string;
  /** SHA-256 of the tagger's model file, when it has one. */
  model: string | null;
  /** What kind of tagger found the quotations. Such as rules, linear. */
  tagger: string;
}

/** Who is meant, and how sure that is. */
export interface Who {
  attribution: "named" | "resolved" | "ambiguous" | "none";
  /** Whom it may mean, likeliest first; empty unless ambiguous. */
  candidates: string[];
  /** Null unless named or resolved. */
  speaker: string | null;
}

export interface Step {
  mention: string | null;
  rule: string;
}

export interface Mention extends Who {
  /** The steps from the mention to its speaker. */
  because: Step[];
  form: "name" | "role" | "description" | "pronoun";
  id: string;
  span: Span;
}

export interface Note {
  kind: string;
  span: Span;
  /** The remark in plain English. */
  text: string;
}

/** Who is to act, when named apart. */
export interface Addressee {
  span: Span;
  speaker: string | null;
}

/** Who made it as it stands: a person added, changed or accepted it, or nobody has looked. `machine` where it is missing. */
export type By = "machine" | "person";

/** Why a reader should look at it: several speakers are possible, nobody is named, no cue ties it to a speaker, the speaker is named in another block, another number is stated than was found, a quotation mark is never closed, the signs for it are weak. Null where nothing tells against it, and for what a person made. */
export type Check = "candidates" | "nobody" | "no-cue" | "far" | "count" | "unclosed" | "weak";

/** What the machine had, of the things that a person changed; empty where everything was accepted, null where the machine's own stands or it had nothing. */
export interface Was {
  addressee?: Span[];
  /** A quotation's content, or a proposal's span. */
  content?: Span[];
  form?: "direct" | "indirect" | "mixed";
  items?: Span[];
  kind?: "call" | "plan" | "pledge" | "opposition";
  name?: string;
  /** The names of whom it was given to; none when nobody could be told. */
  speaker?: string[];
}

export interface Proposal extends Who {
  /** Who is to act, when named apart. */
  addressee: Addressee | null;
  by?: By;
  check?: Check | null;
  id: string;
  /** The co-ordinated actions, when there are several. */
  items: Span[];
  kind: "call" | "plan" | "pledge" | "opposition";
  /** The quotation that it stands in. */
  quotation: string | null;
  /** An earlier proposal of the same course of action. */
  same_as: string | null;
  /** The shortest stretch that says what is to be done. */
  span: Span;
  /** How many there are, when the text says so. */
  stated_count: number | null;
  sure: boolean;
  /** The words that make it a proposal. */
  trigger: Span | null;
  was?: Was | null;
}

export interface Quotation extends Who {
  by?: By;
  check?: Check | null;
  /** What is said, quotation marks included. */
  content: Span[];
  /** The words that tell that it is said. */
  cue: Span | null;
  form: "direct" | "indirect" | "mixed";
  id: string;
  /** The source as a mention. */
  mention: string | null;
  /** The quotation that this one lies in. */
  parent: string | null;
  /** Who says it, in the words of the text; may lie in another paragraph. */
  source: Span[];
  /** Whether it can be relied on. */
  sure: boolean;
  /** What the cue verb tells of the source's stance. Such as neutral, claim, admit, deny, warn, propose, promise, praise, criticize, ask, think. */
  verb_class: string | null;
  was?: Was | null;
}

export interface Speaker {
  by?: By;
  id: string;
  kind: "person" | "organization" | "group" | "document" | "unnamed";
  /** The fullest form in the article, without the title. */
  name: string;
  /** The fullest title or description that the article gives. */
  role: string | null;
  was?: Was | null;
}

/** A news article, read: its blocks, who speaks, what each says and what each wants. Positions are Unicode code points of `text`, ends exclusive. Version 1 only gains fields; readers ignore those that they do not know. Ids are unique in a document, in text order, and not stable between readings. Lists are never null. */
export interface Article {
  /** Path as given, `-` for standard input, file name without ending under --stem, or the id in a stream. */
  article: string;
  /** In text order, disjoint; the gaps between them are white space. */
  blocks: Block[];
  details: Details;
  /** How the text differs from the input, in text order: undoing them all gives the input back exactly. */
  edits: Edit[];
  /** Version of this format. */
  lectern: 1;
  /** What made the document. */
  made: Made;
  /** Where speakers are named, described or meant. */
  mentions: Mention[];
  /** What looked wrong. */
  notes: Note[];
  proposals: Proposal[];
  quotations: Quotation[];
  speakers: Speaker[];
  /** The text that all positions refer to. */
  text: string;
  /** What positions count. */
  unit: "codepoint";
}

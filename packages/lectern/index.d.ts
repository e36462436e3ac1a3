import type { Article as InCodePoints } from "./article.js";

export type {
  Addressee, Block, By, Check, Detail, Details, Edit, ListPlace, Made, Mention, Note, Proposal, Quotation, Span, Speaker,
  Step, Was, Who,
} from "./article.js";

/** What positions count: units of JavaScript's strings, or Unicode code points as files and other languages have them. */
export type Unit = "utf16" | "codepoint";

/** An article, read. In code points it is what `lectern parse --format json` prints. */
export interface Article extends Omit<InCodePoints, "unit"> {
  /** What positions count. */
  unit: Unit;
}

export interface ReadOptions {
  /** Whether the text is a page's html. Left out: it is when it begins with a doctype or the root element. */
  html?: boolean;
  /** Make no repairs: the text stays as it was, character for character. */
  asIs?: boolean;
  /** What the article is called; `-` when left out. */
  name?: string;
  /** What positions count; `utf16` when left out, so that `text.slice(start, end)` cuts what is meant. */
  unit?: Unit;
}

export interface BringOptions {
  /** The file's name, by whose ending brat's annotations are known. */
  name?: string;
  /** The text that brat's annotations belong to. */
  text?: string;
  /** What positions count; `utf16` when left out. */
  unit?: Unit;
}

/** Formats of other programs; `brat` gives the annotations, `brat-text` the text beside them. */
export type Format =
  | "markdown" | "html" | "csv" | "tsv" | "json" | "jsonld" | "tei" | "brat" | "brat-text" | "conll" | "svg"
  | "worksheet-speakers" | "worksheet-cues" | "worksheet-proposals";

/** Reads without waiting. Made by `load()`. */
export class Lectern {
  private constructor();
  /**
   * Reads text, a page's html, or the bytes of either in any usual encoding. Any text gives an article.
   * @throws when bytes are no text.
   */
  read(text: string | Uint8Array, options?: ReadOptions): Article;
  /**
   * The article in another format.
   * @throws when it is no article.
   */
  write(article: Article, format: Format): string;
  /**
   * What was exported before as `json`, `jsonld`, `html` or `brat`, with its marks as they are.
   * @throws when there is no article in it.
   */
  bring(file: string, options?: BringOptions): Article;
}

/** Where the wasm comes from, if not from beside the package: an address, a response, bytes or a compiled module. */
export type Source = string | URL | Response | ArrayBuffer | Uint8Array | WebAssembly.Module;

/** Loads the wasm, once. Nothing is loaded before this or `read` is called. */
export function load(from?: Source | Promise<Source>): Promise<Lectern>;

/** Loads the wasm if need be, and reads. */
export function read(text: string | Uint8Array, options?: ReadOptions): Promise<Article>;

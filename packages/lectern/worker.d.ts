import type { Article, BringOptions, Format, ReadOptions } from "./index.js";

/** Reads in a worker. */
export interface Reader {
  read(text: string | Uint8Array, options?: ReadOptions): Promise<Article>;
  write(article: Article, format: Format): Promise<string>;
  bring(file: string, options?: BringOptions): Promise<Article>;
  /** Ends the worker; what is still waited for fails. */
  close(): void;
}

/** Starts a worker, in a browser. */
export function start(): Reader;

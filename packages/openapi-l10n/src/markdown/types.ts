import type { Block } from './block.ts';

/** A value of a text with the place where it begins. */
export interface Found {
  value: string;
  offset: number;
  length: number;
}

/** A target of a link, and how the link is written. */
export interface FoundLink extends Found {
  /** A broken one has the look of a link, and is none for Markdown: `[label] (target)` with an escape or a space in it. */
  kind: 'link' | 'image' | 'bare' | 'broken';
}

/** What must be the same in a text and in its translation, read from the Markdown trees. */
export interface Facts {
  codeSpans: Found[];
  /** Fenced and indented blocks: the language and meta of the fence, a line break, and the text, byte for byte. */
  codeBlocks: Found[];
  /** Targets of links and images, also of those by reference, and of HTML's `href` and `src`. */
  links: FoundLink[];
  /** Headings, lists, items, tables, rows, cells, quotes, rules, HTML and generators' commands, in order. */
  structure: Found[];
  /** The settings in the front matter of a page. */
  settings: Setting[];
  /** Where names may be: in labels of links to other sites, texts of images, and words in bold. */
  names: { offset: number; length: number; isTitle: boolean }[];
  /** What people read, heading by heading, paragraph by paragraph, cell by cell, in order. */
  blocks: Block[];
}

/** A field of the front matter that is not for readers. */
export interface Setting {
  /** The names that lead to it, with dots between. */
  name: string;
  value: string;
  offset: number;
  length: number;
}

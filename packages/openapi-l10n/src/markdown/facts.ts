import type { Block } from './block.ts';
import type { Setting } from './front-matter.ts';
import type { MarkdownText } from './parse.ts';
import { Walk } from './walk.ts';

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
  /** What people read, heading by heading, paragraph by paragraph, cell by cell, in order. */
  blocks: Block[];
}

const cache = new WeakMap<MarkdownText, Facts>();

/** Reads the facts of a text; they are kept, since every rule asks for them. */
export function factsOf(markdown: MarkdownText): Facts {
  const known = cache.get(markdown);
  if (known) return known;
  const facts = new Walk(markdown.text).read(markdown.tree, markdown.components);
  cache.set(markdown, facts);
  return facts;
}

/** What one list has more often than the other, by value. */
export function surplus(of: readonly Found[], over: readonly Found[]): Found[] {
  const left = new Map<string, number>();
  for (const { value } of over) left.set(value, (left.get(value) ?? 0) + 1);
  return of.filter(({ value }) => {
    const count = left.get(value) ?? 0;
    left.set(value, count - 1);
    return count <= 0;
  });
}

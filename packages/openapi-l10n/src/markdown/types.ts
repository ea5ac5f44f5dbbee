import type { Block } from './block.ts';

/** A value in a text, with its position. */
export interface Found {
  value: string;
  offset: number;
  length: number;
}

/** The target of a link, and how the link is written. */
export interface FoundLink extends Found {
  /** A broken one looks like a link, but Markdown does not read it as one: `[label] (target)`. */
  kind: 'link' | 'image' | 'bare' | 'broken' | 'label';
}

/** What a text and its translation must have in common, read from their Markdown trees. */
export interface Facts {
  codeSpans: Found[];
  /** Fenced and indented blocks: the language and meta of the fence, a line break, and the text, byte for byte. */
  codeBlocks: Found[];
  /** Targets of links and images, including reference links and the HTML attributes `href` and `src`. */
  links: FoundLink[];
  /** Headings, lists, items, tables, rows, cells, quotes, rules, HTML and directives, in order. */
  structure: Found[];
  /** The settings in the front matter of a page. */
  settings: Setting[];
  /** Where names may be: in labels of links to other sites, texts of images, and words in bold. */
  names: { offset: number; length: number; isTitle: boolean }[];
  /** The prose: headings, paragraphs and cells, in order. */
  blocks: Block[];
}

/** A field of the front matter that is not shown to readers. */
export interface Setting {
  /** Its path, separated by dots. */
  name: string;
  value: string;
  offset: number;
  length: number;
}

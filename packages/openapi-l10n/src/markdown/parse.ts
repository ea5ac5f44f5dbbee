import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** A text with its Markdown tree; every node has its offsets in the text. */
export interface MarkdownText {
  text: string;
  tree: Root;
}

/** Reads CommonMark with GitHub's tables, task lists, strikethrough and autolinks. */
export function parseMarkdown(text: string): MarkdownText {
  return {
    text,
    tree: fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
  };
}

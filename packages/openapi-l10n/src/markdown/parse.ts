import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { plainTree } from './plain.ts';

/** A text with its Markdown tree; every node has its offsets in the text. */
export interface MarkdownText {
  text: string;
  tree: Root;
}

const extensions = [gfm()];
const mdastExtensions = [gfmFromMarkdown()];

/** Reads CommonMark with GitHub's tables, task lists, strikethrough and autolinks. */
export function parseMarkdown(text: string): MarkdownText {
  return {
    text,
    tree: plainTree(text) ?? fromMarkdown(text, { extensions, mdastExtensions }),
  };
}

import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { plainTree } from './plain.ts';

/** A text with its Markdown tree; every node has its offsets in the text. */
export interface MarkdownText {
  text: string;
  tree: Root;
}

const extensions = [frontmatter(), gfm()];
const mdastExtensions = [frontmatterFromMarkdown(), gfmFromMarkdown()];

/** Reads CommonMark with YAML front matter and GitHub's tables, task lists, strikethrough, footnotes and autolinks. */
export function parseMarkdown(text: string): MarkdownText {
  return {
    text,
    tree: plainTree(text) ?? fromMarkdown(text, { extensions, mdastExtensions }),
  };
}

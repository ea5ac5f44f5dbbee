import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { type ComponentTags, withoutComponents } from './components.ts';
import { plainTree } from './plain.ts';

/** A text with its Markdown tree, whose nodes have offsets in the text. */
export interface MarkdownText {
  text: string;
  tree: Root;
  /** The component tags on their own lines. */
  components: readonly ComponentTags[];
}

const extensions = [frontmatter(), gfm()];
// Between component tags, an indentation is not code.
const indented = [...extensions, { disable: { null: ['codeIndented'] } }];
const mdastExtensions = [frontmatterFromMarkdown(), gfmFromMarkdown()];

/** Reads CommonMark with YAML front matter and GitHub's tables, task lists, strikethrough, footnotes and autolinks. */
export function parseMarkdown(text: string): MarkdownText {
  const plain = plainTree(text);
  if (plain) return { text, tree: plain, components: [] };
  const { text: markdown, tags } = withoutComponents(text);
  return {
    text,
    tree: fromMarkdown(markdown, { extensions: tags.length > 0 ? indented : extensions, mdastExtensions }),
    components: tags,
  };
}

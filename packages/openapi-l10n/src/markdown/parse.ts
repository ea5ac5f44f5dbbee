import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { chunkedTree } from './chunks.ts';
import { COMPONENT, type ComponentTags, withoutComponents } from './components.ts';
import { plainTree } from './plain.ts';

/** A text with its Markdown tree, whose nodes have offsets in the text. */
export interface MarkdownText {
  text: string;
  /** The text without component tags and comments of MDX, which are spaces: what the tree was made of. */
  markdown: string;
  tree: Root;
  /** The component tags on their own lines. */
  components: readonly ComponentTags[];
}

// TOML between plus signs is recognised, but not read.
const extensions = [frontmatter(['yaml', 'toml']), gfm()];
// Between component tags, an indentation is not code.
const indented = [...extensions, { disable: { null: ['codeIndented'] } }];
const mdastExtensions = [frontmatterFromMarkdown(['yaml', 'toml']), gfmFromMarkdown()];

/** Reads CommonMark with YAML front matter and GitHub's tables, task lists, strikethrough, footnotes and autolinks. */
export function parseMarkdown(text: string): MarkdownText {
  const plain =
    plainTree(text) ?? chunkedTree(text, (part) => coreTree(part) ?? fullTree(part)) ?? coreTree(text);
  if (plain) return { text, markdown: text, tree: plain, components: [] };
  const { text: markdown, tags } = withoutComponents(withFences(text));
  return {
    text,
    markdown,
    tree: fullTree(markdown, tags.length > 0),
    components: tags,
  };
}

/** The tree with all extensions; between components without indented code. */
export function fullTree(markdown: string, inComponents = false): Root {
  return fromMarkdown(markdown, { extensions: inComponents ? indented : extensions, mdastExtensions });
}

/** What may begin front matter, a table, strikethrough, a footnote or a task. */
const EXTENDED = /^---|^\+\+\+|[|~]|\[[\s^xX]/m;
/** What may be an address that is a link without any markup. */
const ADDRESS = /@|www\.|:\/\//i;

/**
 * The tree of a text that uses no extension of CommonMark, as the descriptions of most contracts do not: without
 * extensions the parser needs a third of the time. Undefined for all other texts.
 */
export function coreTree(text: string): Root | undefined {
  if (EXTENDED.test(text) || COMPONENT.test(text) || hasHighlight(text)) return undefined;
  const tree = fromMarkdown(text);
  return ADDRESS.test(text) && hasAddress(tree) ? undefined : tree;
}

/** Whether an address is in prose, and not the target of a link or in code. */
const hasAddress = (node: Nodes): boolean =>
  node.type === 'text' ? ADDRESS.test(node.value) : 'children' in node && node.children.some(hasAddress);

/** A code block of a template language: `{% highlight ruby %} … {% endhighlight %}`, `{{< highlight go >}} … {{< /highlight >}}`. */
const BLOCK =
  /^([ \t]*)(\{(?:%-?|\{[<%])\s*highlight[ \t]+"?([\w+-]*)[^}\n]*\})([^\n]*\n(?:[^\n]*\n)*?[ \t]*)(\{(?:%-?\s*endhighlight\s*-?%|\{[<%]\s*\/\s*highlight\s*[>%]\})\})/gm;

/** What begins such a block. */
const BEGIN = /^[ \t]*\{(?:%-?|\{[<%])\s*highlight\s/m;

/** Whether a text has code blocks of a template language. */
const hasHighlight = (text: string): boolean => BEGIN.test(text);

/** Replaces the tags of such blocks with fences of the same length, which the Markdown parser knows. */
function withFences(text: string): string {
  if (!hasHighlight(text)) return text;
  return text.replaceAll(
    BLOCK,
    (_, indent: string, open: string, language: string, content: string, close: string) =>
      `${indent}${`~~~${language}`.padEnd(open.length)}${content}${'~~~'.padEnd(close.length)}`,
  );
}

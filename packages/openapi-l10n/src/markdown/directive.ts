import { type Block, OBJECT, placeIn } from './block.ts';
import type { Facts } from './types.ts';

/** A directive of the site generator in a text: neither Markdown nor prose. */
interface Directive {
  value: string;
  start: number;
  length: number;
}

// The directives of each generator. Quoted arguments and titles may be translated, everything else must stay.
const DIRECTIVES: readonly RegExp[] = [
  /\{%-?\s*(?:end)?[\w-]+(?:\s[^%]*)?-?%\}/g, // Liquid, Jinja, Nunjucks
  /\{\{[<%]\s*\/?[\w-]+[\s\S]*?[>%]\}\}/g, // Hugo
  /\{:[^{}\n]*\}|\{\*[^*{}]*\*\}/g, // kramdown, mdx_include
  /\{\s*(?:[#.][\p{L}\w-]+\s*)+\}/gu, // Pandoc, MkDocs, Docusaurus
  /(?<=^|\s):{3,}\s?[\w-]*(?=[[{\s]|$)/g, // Docusaurus, VitePress, Starlight
  /(?<=^|\s)\/{3,}(?:\s?[\w-]+)?(?:\s*\|\s[^\n]*$)?(?=\s|$)/g, // PyMdown blocks
  /^<<<\s[^\n]*$/g, // VitePress: an included file
  /^\[[a-z]+(?:\s[a-z-]+="[^"]*")+\]$/g, // shortcodes in brackets
  /(?<=^\s*)(?:!{3}|\?{3}\+?)\s?[\w-]+(?:\s+"[^"]*")?/g, // MkDocs
];

/** An argument that is a title: it has a capital letter, and no punctuation of code. */
const TITLE = /^(\{%-?\s*[\w-]+)\s+(?=\p{Lu}|\P{ASCII})[^=|./{}"]*?\s*(-?%\})$/u;

/** Finds the directives of a block. */
function directivesIn({ text }: Pick<Block, 'text'>): Directive[] {
  if (!/[{:/!?[<]/.test(text)) return [];
  return DIRECTIVES.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      value: match[0]
        .replaceAll(/"[^"]*"|'[^']*'|«[^»]*»|“[^”]*”/g, '""')
        .replace(TITLE, '$1 "" $2')
        .replace(/^(\/{3,}[^|]*)\|.*$/, '$1')
        .replace(/^(:{3,})\s+/, '$1')
        .replace(/^(<<<[^[]*)\[[^\]]*\]$/, '$1')
        .replaceAll(/\s+/g, ' ')
        .trim(),
      start: match.index,
      length: match[0].length,
    })),
  ).toSorted((a, b) => a.start - b.start);
}

/** The block with its directives replaced with spaces. */
function withoutDirectives(block: Block, directives: readonly Directive[]): Block {
  let text = block.text;
  for (const { start, length } of directives)
    text = text.slice(0, start) + ' '.repeat(length) + text.slice(start + length);
  return { ...block, text };
}

/** A malformed link target, which Markdown does not read as one: `[guide](https://a. com/b)`. */
const BROKEN_TARGET = /(?<=\]\()[^()\n]+(?=\))/g;

/** Adds a block to the facts, with its directives and malformed link targets, which are neither Markdown nor prose. */
export function reconcile(block: Block, { links, structure, blocks }: Facts): void {
  const directives = directivesIn(block);
  for (const { value, start, length } of directives) {
    const isTarget = block.text.endsWith('](', start);
    if (isTarget) links.push({ value, kind: 'link', ...placeIn(block, start, length) });
    else structure.push({ value, ...placeIn(block, start, length) });
  }
  const prose = withoutDirectives(block, directives);
  const text = prose.text.replaceAll(BROKEN_TARGET, (target, at: number) => {
    if (!target.includes(OBJECT) && target.trim() !== '')
      links.push({ value: target, kind: 'broken', ...placeIn(block, at, target.length) });
    return OBJECT.repeat(target.length);
  });
  blocks.push({ ...prose, text });
}

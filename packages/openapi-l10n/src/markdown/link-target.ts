import type { Link } from 'mdast';
import { OBJECT } from './block.ts';
import type { Facts } from './types.ts';

/** The target of a bare link, such as `https://example.com`; undefined for a link with a label. */
export function bareLink(node: Link, source: string): string | undefined {
  const [label, second] = node.children;
  if (second || label?.type !== 'text' || source.startsWith('[')) return undefined;
  // Punctuation of other scripts and closing quotation marks end the URL, unlike in GitHub's autolinks.
  return source.startsWith('<')
    ? node.url
    : node.url.replace(/[。，、；：！？（）「」『』【】《》〉].*$|[»”’…]+$/u, '');
}

/**
 * The anchors of a page, each with the place of the heading that it leads to. A link to `#errors` and one to
 * `#erreurs` are the same target when their headings are each other's counterparts.
 */
export function anchorsOf(
  { blocks, codeSpans }: Pick<Facts, 'blocks' | 'codeSpans'>,
  source: string,
): Map<string, number> {
  const anchors = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    const start = block.offsets[0] ?? 0;
    const [line = ''] = source.slice(start).split('\n', 1);
    const explicit = EXPLICIT.exec(line)?.[1];
    if (explicit) anchors.set(`#${explicit}`, start);
    const spans = codeSpans.filter(({ offset }) => block.offsets.includes(offset));
    const text = block.text.replaceAll(OBJECT, () => spans.shift()?.value ?? '');
    for (const anchor of slugs(text)) if (!anchors.has(`#${anchor}`)) anchors.set(`#${anchor}`, start);
  }
  return anchors;
}

/** An anchor that a heading names: `{#errors}`, or a comment of MDX. */
const EXPLICIT = /\{(?:#|\/\*)\s*([\p{L}\w-]+)\s*(?:\*\/)?\}\s*$/u;

/** The ids that site generators give to a heading: with and without accents. */
function slugs(heading: string): string[] {
  const slug = heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}_\s-]/gu, '')
    .trim()
    .replaceAll(/\s/gu, '-');
  return [slug, slug.normalize('NFD').replaceAll(/\p{M}/gu, ''), slug.replaceAll(/-{2,}/g, '-')];
}

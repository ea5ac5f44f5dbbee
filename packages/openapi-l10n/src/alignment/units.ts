import type { Language } from '../languages/types.ts';
import { factsOf } from '../markdown/facts.ts';
import type { MarkdownText } from '../markdown/parse.ts';
import type { Facts, Found } from '../markdown/types.ts';
import { withoutLanguage } from '../rules/link-language.ts';
import type { Unit } from './types.ts';

/** Figures of two digits and more, and placeholders in braces: what a translation copies. */
const COPIED = /\d[\d.,]*\d|\{[^{}\s]+\}/g;

/** The title of an admonition, which is a paragraph of its own if an empty line follows: `:::tip[Title]`. */
const TITLE = /^\s{3,}\[[^[\]]*\]\s*(?:\{[^{}]*\})?\s*$/;

/** What readers fill in themselves, in a command. */
const FILLED_IN = /\{\{[^{}]*\}\}/g;

/** A heading may be numbered. */
const NUMBERED = /\d+/g;

/** The units of a text, in the order in which they are written. */
export function unitsOf(markdown: MarkdownText, languages: readonly Language[]): Unit[] {
  const { blocks, codeBlocks, codeSpans, links, structure } = factsOf(markdown);
  const units = [
    ...inRows(
      markdown.text,
      structure,
      blocks
        .filter(({ kind, text }) => kind !== 'label' && /[\p{L}\p{N}\uFFFC]/u.test(text) && !TITLE.test(text))
        .map(({ kind, text, offsets }) => ({
          kind: kind as string,
          start: beginning(markdown.text, offsets[0] ?? 0),
          text,
        })),
    ),
    ...codeBlocks.map(({ value, offset }) => ({ kind: 'code', start: offset, text: value })),
    ...cards({ structure, links, blocks }),
  ].toSorted((a, b) => a.start - b.start);
  const inline = [
    ...codeSpans.map(({ value, offset }) => ({ mark: value.replaceAll(FILLED_IN, '{{}}'), offset })),
    ...links.map(({ value, offset }) => ({ mark: withoutLanguage(value, languages), offset })),
  ].toSorted((a, b) => a.offset - b.offset);
  let next = 0;
  return units.map(({ kind, start, text }, index) => {
    const end = units[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const marks: string[] = [];
    while ((inline[next]?.offset ?? Number.POSITIVE_INFINITY) < end) marks.push(inline[next++]?.mark ?? '');
    const own =
      kind === 'code'
        ? text
            .split('\n')
            .slice(1)
            .map((line) => line.trim())
            .filter((line) => line.length > 1)
        : [...marks, ...[...text.matchAll(kind === 'heading' ? NUMBERED : COPIED)].map(([copied]) => copied)];
    return { kind, start, end, marks: own, text };
  });
}

interface Part {
  kind: string;
  start: number;
  text: string;
}

/** Joins the cells of each row of a table, since the lengths of single cells say little. */
function inRows(text: string, structure: readonly Found[], parts: readonly Part[]): Part[] {
  const rows = structure.filter(({ value }) => value === 'table row').map(({ offset }) => offset);
  const joined: (Part & { row?: number })[] = [];
  let next = 0;
  for (const part of parts) {
    while ((rows[next + 1] ?? Number.POSITIVE_INFINITY) <= part.start) next++;
    const row = rows[next] ?? Number.POSITIVE_INFINITY;
    const last = joined.at(-1);
    if (part.kind !== 'cell' || row > part.start || text.slice(row, part.start).includes('\n'))
      joined.push(part);
    else if (last?.row === row) last.text += ` ${part.text}`;
    else joined.push({ ...part, kind: 'row', row });
  }
  return joined.map(({ kind, start, text: words }) => ({ kind, start, text: words }));
}

/** Components that show a link and its texts in attributes, such as `<Card title href>`. */
function cards({ structure, links, blocks }: Pick<Facts, 'structure' | 'links' | 'blocks'>) {
  return structure
    .filter(({ value }) => /^<[A-Z]/.test(value))
    .flatMap(({ offset, length }) => {
      const isIn = (at = -1) => at > offset && at < offset + length;
      if (!links.some((link) => isIn(link.offset))) return [];
      const labels = blocks.filter(({ offsets }) => isIn(offsets[0])).map(({ text }) => text);
      return labels.length === 0 ? [] : [{ kind: 'component', start: offset, text: labels.join(' ') }];
    });
}

/** Where a block begins if its first letter is in a link, in bold or between tags. */
function beginning(text: string, first: number): number {
  let start = first;
  for (;;) {
    const before = text.charAt(start - 1);
    if (/[[*_~!(]/.test(before)) start--;
    else if (before === '>' && /<[^<>\n]*$/.test(text.slice(Math.max(0, start - 201), start - 1)))
      start = text.lastIndexOf('<', start - 1);
    else return start;
  }
}

import { factsOf } from '../markdown/facts.ts';
import type { MarkdownText } from '../markdown/parse.ts';
import type { TextProblem } from './rule.ts';

/**
 * The losses that are those of one piece which the translation left out as a whole, such as a row of a table: it has
 * been told by its structure, and what stood in it needs no finding of its own.
 */
export function explainedByGap(
  source: MarkdownText,
  translation: MarkdownText,
  problems: readonly TextProblem[],
): TextProblem[] {
  const losses = problems.filter(
    ({ offset, sourceOffset }) => offset === undefined && sourceOffset !== undefined,
  );
  if (losses.length === 0) return [];
  const explained = gaps(source, translation).map(([from, to]) =>
    losses.filter(({ sourceOffset = 0 }) => sourceOffset >= from && sourceOffset < to),
  );
  return explained.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/** Where the one piece may stand that the translation lacks; rows that look alike leave a choice. */
function gaps(source: MarkdownText, translation: MarkdownText): [from: number, to: number][] {
  const from = factsOf(source).structure;
  const to = factsOf(translation).structure;
  const same = (index: number, other: number) => from[index]?.value === to[other]?.value;
  const lost = from.length - to.length;
  const piece = (start: number, count: number): [number, number] => [
    from[start]?.offset ?? 0,
    from[start + count]?.offset ?? Number.POSITIVE_INFINITY,
  ];
  if (lost === 0) {
    const other = from.flatMap((_, index) => (same(index, index) ? [] : [index]));
    const [only = 0] = other;
    return other.length === 1 && to[only]?.value === 'empty table cell' ? [piece(only, 1)] : [];
  }
  if (lost < 0) return [];
  let before = 0;
  while (before < to.length && same(before, before)) before++;
  let after = 0;
  while (after < to.length && same(from.length - 1 - after, to.length - 1 - after)) after++;
  const starts = Array.from({ length: before + 1 }, (_, start) => start).filter(
    (start) => start >= to.length - after,
  );
  return starts.map((start) => piece(start, lost));
}

import { factsOf } from '../markdown/facts.ts';
import type { MarkdownText } from '../markdown/parse.ts';
import type { RuleName } from './index.ts';
import type { TextProblem } from './rule.ts';

interface FoundProblem {
  rule: RuleName;
  problem: TextProblem;
}

interface Texts {
  source: MarkdownText;
  translation: MarkdownText;
}

/** The problems that another one explains, so that each fault is one finding. */
export function duplicates(found: readonly FoundProblem[], texts: Texts): TextProblem[] {
  const of = (...rules: RuleName[]) =>
    found.filter(({ rule }) => rules.includes(rule)).map(({ problem }) => problem);
  // A sentence that is left in the source language has that language's numbers and typography.
  const foreign = of('number', 'typography').filter(({ offset = -1 }) =>
    of('untranslated').some(({ offset: from = 0, length = 0 }) => offset >= from && offset <= from + length),
  );
  const lost = of('structure').length === 0 ? [] : losses(found, texts);
  return [...foreign, ...lost];
}

/**
 * The losses that are those of one piece which the translation left out as a whole, such as a row of a table: it has
 * been reported by its structure, and what stood in it needs no finding of its own.
 */
function losses(found: readonly FoundProblem[], { source, translation }: Texts): TextProblem[] {
  const lost = found
    .filter(({ rule, problem }) => rule !== 'structure' && problem.offset === undefined)
    .map(({ problem }) => problem);
  const duplicate = gaps(source, translation).map(([from, to]) =>
    lost.filter(({ sourceOffset = -1 }) => sourceOffset >= from && sourceOffset < to),
  );
  return duplicate.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/** Where the one piece may be that the translation lacks; rows that look alike leave a choice. */
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

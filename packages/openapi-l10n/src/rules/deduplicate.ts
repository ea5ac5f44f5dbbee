import type { Alignment, Unit } from '../alignment/types.ts';
import type { RuleName } from './index.ts';
import type { TextProblem } from './rule.ts';

interface FoundProblem {
  rule: string;
  problem: TextProblem;
}

/** The problems that follow from another one, so that each mistake is reported once. */
export function duplicates(found: readonly FoundProblem[], { gaps }: Alignment): TextProblem[] {
  if (found.length === 0) return [];
  const of = (...rules: RuleName[]) =>
    found.filter(({ rule }) => rules.some((name) => name === rule)).map(({ problem }) => problem);
  // An untranslated sentence has the numbers and typography of the source language.
  const foreign = of('number', 'typography').filter(({ offset = -1 }) =>
    of('untranslated').some(({ offset: from = 0, length = 0 }) => offset >= from && offset <= from + length),
  );
  // The content of a block without a counterpart was reported with the block.
  const isIn = (units: readonly Unit[], at = -1) => units.some(({ start, end }) => at >= start && at < end);
  const explained = of('protected-term', 'number', 'link', 'code').filter(({ offset, sourceOffset }) =>
    gaps.some(
      ({ lost, extra }) =>
        (offset === undefined && lost.some(({ kind }) => kind !== 'code') && isIn(lost, sourceOffset)) ||
        (sourceOffset === undefined && extra.some(({ kind }) => kind !== 'code') && isIn(extra, offset)),
    ),
  );
  return [...foreign, ...explained];
}

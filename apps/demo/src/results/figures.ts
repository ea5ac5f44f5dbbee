import type { Aligned, AlignedLine } from '../series/aligned.ts';
import type { Plan } from '../series/plan.ts';
import { type Slice, statisticsOf } from '../series/statistics.ts';
import type { Compare } from '../view/view.ts';

/** What figures are of. */
export interface Shown {
  plan: Plan;
  aligned: Aligned;
  compare: Compare;
  /** A note that the last points are in progress or upcoming; undefined when all have ended. */
  unfinished: string | undefined;
  isPartial: boolean;
}

/** One line in figures. */
export interface Figures {
  line: AlignedLine['line'];
  total: number;
  mean: number;
  /** Undefined without any point: there is no total either. */
  peak: { value: number; index: number } | undefined;
  totalBefore: number | undefined;
  meanBefore: number | undefined;
  comparison: AlignedLine['comparison'];
  isAwaited: boolean;
}

/** Sums a line up. @param slice the zoomed part; undefined for the whole period */
export function figuresOf(
  { line, values, before, comparison }: AlignedLine,
  { complete, isCut }: Aligned,
  slice: Slice | undefined,
): Figures {
  const now = statisticsOf(values, complete, slice, isCut);
  const was = before && statisticsOf(before, before.length, slice, isCut);
  // In a zoomed part, only complete points are compared.
  const part = slice && { first: slice.first, end: Math.min(slice.end, complete) };
  return {
    line,
    ...now,
    totalBefore: was?.peak && was.total,
    meanBefore: was?.peak && was.mean,
    comparison: !now.peak
      ? undefined
      : before && part
        ? {
            now: statisticsOf(values, complete, part).total,
            before: statisticsOf(before, before.length, part).total,
          }
        : comparison,
    isAwaited: now.peak !== undefined && before !== undefined && comparison === undefined,
  };
}

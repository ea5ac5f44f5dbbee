/** The period before, compared like with like: while a unit is under way, only its ended part counts on both sides. */
import { finestUnit, secondsOf } from '../contract/parameters.ts';
import type { Point } from './aligned.ts';
import { endingWith, type Plan } from './plan.ts';
import { wallTimeAt } from './wall-time.ts';

/** What is to be fetched so that two periods can be compared. */
export interface Periods {
  before: Plan;
  /** The ended part of the unit under way in the contract's finest unit, and the same part of the period before. */
  elapsed: { now: Plan; before: Plan } | undefined;
}

/** @param now epoch milliseconds */
export function periodsToCompare(plan: Plan, now: number): Periods {
  const span = plan.count * secondsOf[plan.unit];
  const part = elapsedPart(plan, now);
  return {
    before: endingWith(plan.last - span, plan),
    elapsed: part && { now: part, before: endingWith(part.last - span, part) },
  };
}

function elapsedPart(plan: Plan, now: number): Plan | undefined {
  if (plan.complete === plan.count || plan.unit === finestUnit) return undefined;
  const step = secondsOf[finestUnit];
  const start = plan.first + plan.complete * secondsOf[plan.unit];
  const count = Math.floor((wallTimeAt(now, plan.offset) - start) / step);
  if (count < 1) return undefined;
  return endingWith(start + (count - 1) * step, { ...plan, unit: finestUnit, count, isRange: false });
}

/** Sessions of the same part of two periods. */
export interface Comparison {
  now: number;
  before: number;
}

/**
 * Sums up the ended part of a period and the same part of the period before.
 *
 * @param complete units that have ended.
 * @param elapsed points of the ended part of the unit under way, of both periods.
 */
export function comparisonOf(
  values: readonly (number | null)[],
  before: readonly (number | null)[],
  complete: number,
  elapsed: { now: readonly Point[]; before: readonly Point[] } | undefined,
): Comparison {
  const sum = (units: readonly (number | null)[], part: readonly Point[] = []) =>
    units.slice(0, complete).reduce((all: number, value) => all + (value ?? 0), 0) +
    part.reduce((all, { sessions }) => all + sessions, 0);
  return { now: sum(values, elapsed?.now), before: sum(before, elapsed?.before) };
}

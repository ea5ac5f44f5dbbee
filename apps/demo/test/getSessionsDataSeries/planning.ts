/** Shared by tests of series: a reader, and the plan of a query string. */
import type { Plan, Reader } from '../../src/series/plan.ts';
import { planOf } from '../../src/series/plan-of.ts';
import { readView } from '../../src/view/view.ts';

/** A reader in UTC whose weeks start on Monday. */
export const reader: Reader = { zone: 'UTC', weekStart: 1 };

/** Instant of a written date-time, in seconds. */
export const at = (text: string): number => Date.parse(text) / 1000;

/** The plan of a query string. @throws Error when the view has problems */
export function planFor(search: string, now: string, who: Reader = reader): Plan {
  const found = planOf(readView(search), at(now), who);
  if (!('plan' in found)) throw new Error(JSON.stringify(found));
  return found.plan;
}

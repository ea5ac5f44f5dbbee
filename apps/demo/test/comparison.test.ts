import { describe, expect, it } from 'vitest';
import { align } from '../src/series/aligned.ts';
import { periodsToCompare } from '../src/series/comparison.ts';
import { type Plan, planOf } from '../src/series/plan.ts';
import { readView } from '../src/view/view.ts';

const now = Date.parse('2026-01-31T15:20:00Z');
const plan = (search: string): Plan => {
  const found = planOf(readView(search), now);
  if (!('plan' in found)) throw new Error(JSON.stringify(found));
  return found.plan;
};
const elapsed = (search: string) => periodsToCompare(plan(search), now).elapsed;

describe('what has ended', () => {
  it.each([
    ['?length=3', 2],
    ['?length=3&unit=hour', 2],
    ['?length=3&ending_at=2026-01-30T23:59:59Z', 3],
    // It is 00:20 of the 1st there.
    ['?length=3&ending_at=2026-01-31T23:59:59%2B09:00', 3],
    ['?length=3&ending_at=2026-02-01T10:00:00%2B09:00', 2],
    ['?length=3&ending_at=2027-01-01T00:00:00Z', 0],
  ])('of %s is %i units', (search, complete) => {
    expect(plan(search).complete).toBe(complete);
  });
});

describe('a day under way', () => {
  it('is compared by its hours that have ended, with the same hours of the period before', () => {
    expect(elapsed('?length=7')).toMatchObject({
      now: { unit: 'hour', count: 15, endingAt: '2026-01-31T14:59:59Z' },
      before: { unit: 'hour', count: 15, endingAt: '2026-01-24T14:59:59Z' },
    });
  });

  it('counts its hours at the offset of the question', () => {
    expect(elapsed('?length=1&ending_at=2026-01-31T23:59:59%2B05:45')?.now).toMatchObject({
      count: 21,
      endingAt: '2026-01-31T20:59:59+05:45',
    });
  });

  it.each([
    ['in its first hour', '?length=2&ending_at=2026-02-01T10:00:00%2B09:00'],
    ['when all has ended', '?length=2&ending_at=2026-01-30T23:59:59Z'],
    ['by the hour: nothing is finer', '?length=2&unit=hour'],
    ['in the future', '?length=2&ending_at=2027-01-01T00:00:00Z'],
  ])('needs no hours %s', (_case, search) => {
    expect(elapsed(search)).toBeUndefined();
  });
});

it('like is compared with like: neither the rest of today nor of its match counts', () => {
  const day = (time: string, sessions: number) => ({ time, sessions });
  const { lines } = align(plan('?length=2'), [
    {
      line: {},
      points: [day('2026-01-30', 100), day('2026-01-31', 70)],
      before: [day('2026-01-28', 90), day('2026-01-29', 95)],
      elapsed: {
        now: [day('2026-01-31T00:00:00Z', 40), day('2026-01-31T01:00:00Z', 20)],
        before: [day('2026-01-29T00:00:00Z', 30), day('2026-01-29T01:00:00Z', 5)],
      },
    },
  ]);
  expect(lines[0]).toMatchObject({
    comparison: { now: 100 + 60, before: 90 + 35 },
    statistics: { total: 170, mean: 100 },
    statisticsBefore: { total: 185, mean: 92.5 },
  });
});

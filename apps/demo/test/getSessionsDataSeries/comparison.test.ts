import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/series/aligned.ts';
import { bucketsOf } from '../../src/series/buckets.ts';
import { comparisonOf } from '../../src/series/comparison.ts';
import type { Span } from '../../src/series/plan.ts';
import { weekdayOf } from '../../src/time/calendar.ts';
import { clockOf } from '../../src/time/clock.ts';
import type { Compare } from '../../src/view/view.ts';
import { at, planFor, reader } from './planning.ts';

const now = '2026-01-31T15:20:00Z';
const written = ({ from, to }: Span) => [from, to].map((instant) => new Date(instant * 1000).toISOString());
const comparison = (search: string, compare: Compare = 'previous') => {
  const found = comparisonOf(planFor(search, now), compare, at(now));
  if (!found) throw new Error('Nothing is compared.');
  return found;
};

describe('the previous period', () => {
  it('30 days are compared with those five weeks earlier, so that Mondays are compared with Mondays', () => {
    expect(written(comparison('?from=2025-12-01&to=2025-12-30').before)).toEqual([
      '2025-10-27T00:00:00.000Z',
      '2025-11-26T00:00:00.000Z',
    ]);
  });

  it('100 hours are compared with those a week earlier, at the same hours of the day', () => {
    const search = '?length=100&unit=hour&ending_at=2026-01-20T23:59:59Z';
    const { from } = planFor(search, now);
    expect(from - comparison(search).before.from).toBe(7 * 86_400);
  });

  it('the previous period has the same weekdays for any period of days', () => {
    const day = fc.integer({ min: 18_000, max: 20_400 });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (first, length) => {
        const iso = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
        const search = `?from=${iso(first)}&to=${iso(Math.min(first + length, 20_480))}&zone=Europe/Paris`;
        const clock = clockOf('Europe/Paris');
        const { before } = comparison(search);
        expect(weekdayOf(clock.dayOf(before.from))).toBe(weekdayOf(first));
        expect(before.to).toBeLessThanOrEqual(clock.startOfDay(first));
      }),
    );
  });

  it('the previous period in months is the same number of months earlier', () => {
    expect(written(comparison('?from=2025-11-01&to=2026-01-31&by=month').before)).toEqual([
      '2025-08-01T00:00:00.000Z',
      '2025-11-01T00:00:00.000Z',
    ]);
  });
});

describe('the year before', () => {
  it('the year before has the same dates', () => {
    expect(written(comparison('?from=2026-01-05&to=2026-01-11', 'year').before)).toEqual([
      '2025-01-05T00:00:00.000Z',
      '2025-01-12T00:00:00.000Z',
    ]);
  });

  it('the year before in weeks is 52 weeks earlier', () => {
    expect(written(comparison('?from=2026-01-05&to=2026-01-11&by=week', 'year').before)).toEqual([
      '2025-01-06T00:00:00.000Z',
      '2025-01-13T00:00:00.000Z',
    ]);
  });
});

describe('a day in progress', () => {
  it('the completed hours of a day in progress are compared with the same hours a week before', () => {
    const { elapsed } = comparison('?period=7d');
    expect(elapsed && [written(elapsed.now), written(elapsed.before)]).toEqual([
      ['2026-01-31T00:00:00.000Z', '2026-01-31T15:00:00.000Z'],
      ['2026-01-24T00:00:00.000Z', '2026-01-24T15:00:00.000Z'],
    ]);
  });

  it.each([
    ['in its first hour', '?length=2&ending_at=2026-02-01T10:00:00%2B09:00'],
    ['when all has ended', '?length=2&ending_at=2026-01-30T23:59:59Z'],
    ['by the hour: nothing is finer', '?length=2&unit=hour'],
    ['in the future', '?length=2&ending_at=2027-01-01T00:00:00Z'],
  ])('the comparison with the previous period needs no hours %s', (_case, search) => {
    expect(comparison(search).elapsed).toBeUndefined();
  });
});

const day = (time: string, sessions: number) => ({ time, sessions });

it('neither the rest of today nor the rest of the day it is compared with counts', () => {
  const plan = planFor('?length=2', now);
  const { lines, complete } = align(
    plan,
    comparison('?length=2'),
    [
      {
        line: {},
        points: [day('2026-01-30', 100), day('2026-01-31', 70)],
        before: [day('2026-01-23', 90), day('2026-01-24', 95)],
        elapsed: {
          now: [day('2026-01-31T00:00:00Z', 40), day('2026-01-31T01:00:00Z', 20)],
          before: [day('2026-01-24T00:00:00Z', 30), day('2026-01-24T01:00:00Z', 5)],
        },
      },
    ],
    undefined,
  );
  expect(complete).toBe(1);
  expect(lines[0]).toMatchObject({
    values: [100, 70],
    before: [90, 95],
    comparison: { now: 100 + 60, before: 90 + 35 },
  });
});

it('a leap day is compared with the last day of that February', () => {
  const search = '?from=2024-02-28&to=2024-03-01';
  const plan = planFor(search, now);
  const before = [day('2023-02-28', 1), day('2023-03-01', 2)];
  const points = [day('2024-02-28', 5), day('2024-02-29', 6), day('2024-03-01', 7)];
  const fetched = [{ line: {}, points, before, elapsed: undefined }];
  expect(align(plan, comparison(search, 'year'), fetched, undefined).lines[0]?.before).toEqual([1, 1, 2]);
});

describe('points of the chart', () => {
  const paris = { ...reader, zone: 'Europe/Paris' };

  it('a day has 23 or 25 hourly points when the clocks change', () => {
    const hours = (date: string) =>
      bucketsOf(planFor(`?from=${date}&to=${date}&unit=hour`, now, paris)).starts.length;
    expect([hours('2025-03-30'), hours('2025-10-26'), hours('2025-10-27')]).toEqual([23, 25, 24]);
  });

  it('hourly points keep both hours of the night when clocks are set back', () => {
    const plan = planFor('?from=2025-10-26&to=2025-10-26&unit=hour', now, paris);
    const points = [day('2025-10-26T02:00:00+02:00', 3), day('2025-10-26T02:00:00+01:00', 4)];
    const { lines } = align(
      plan,
      undefined,
      [{ line: {}, points, before: undefined, elapsed: undefined }],
      undefined,
    );
    expect(lines[0]?.values.slice(1, 5)).toEqual([null, 3, 4, null]);
  });

  it('weekly points add up the days, and mark the weeks that the period cuts', () => {
    const plan = planFor('?from=2026-01-03&to=2026-01-13&by=week', now);
    const points = Array.from({ length: 11 }, (_, index) =>
      day(new Date(Date.UTC(2026, 0, 3 + index)).toISOString().slice(0, 10), 1),
    );
    const aligned = align(
      plan,
      undefined,
      [{ line: {}, points, before: undefined, elapsed: undefined }],
      undefined,
    );
    expect(aligned.lines[0]?.values).toEqual([2, 7, 2]);
    expect(aligned.isCut).toEqual([true, false, true]);
  });

  it('a unit missing from the response stays a gap in the chart', () => {
    const plan = planFor('?length=3&ending_at=2026-01-03T23:59:59Z', now);
    const points = [day('2026-01-01', 1), day('2026-01-03', 3)];
    const { lines } = align(
      plan,
      undefined,
      [{ line: {}, points, before: undefined, elapsed: undefined }],
      undefined,
    );
    expect(lines[0]?.values).toEqual([1, null, 3]);
  });
});

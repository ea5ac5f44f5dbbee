/** Compares every aggregated figure with an independent computation. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawnOf } from '../../src/chart/drawn.ts';
import { type Aligned, align, type Point } from '../../src/series/aligned.ts';
import { comparisonOf } from '../../src/series/comparison.ts';
import { heatOf } from '../../src/series/heatmap.ts';
import type { Granularity, Plan } from '../../src/series/plan.ts';
import { cumulativeOf, statisticsOf } from '../../src/series/statistics.ts';
import {
  type HalfHour,
  halfHours,
  minusMonths,
  plusDays,
  pointsOf,
  sessionsAt,
  sums,
  utc,
  weekOf,
} from './half-hours.ts';
import { at, planFor } from './planning.ts';

const now = '2027-01-01T00:00:00Z';
/** Zones whose clocks change by an hour, at night and at midnight, by half an hour, and never. */
const zones = ['Europe/Paris', 'America/New_York', 'America/Havana', 'Australia/Lord_Howe', 'Asia/Kolkata'];

const view = fc.record({
  zone: fc.constantFrom(...zones),
  // Around both clock changes, and around a leap day.
  first: fc
    .tuple(fc.constantFrom('2024-02-20', '2025-10-15', '2026-03-01', '2026-04-01'), fc.nat(30))
    .map(([date, days]) => plusDays(date, days)),
  length: fc.integer({ min: 0, max: 70 }),
  by: fc.constantFrom<Granularity>('day', 'week', 'month'),
  compare: fc.constantFrom('previous', 'year'),
});

function seen(
  search: string,
  compare: 'previous' | 'year',
): { plan: Plan; aligned: Aligned; points: Point[] } {
  const plan = planFor(search, now);
  const comparison = comparisonOf(plan, compare, at(now));
  const points = pointsOf(plan, plan);
  const before = comparison && pointsOf(plan, comparison.before);
  const aligned = align(plan, comparison, [{ line: {}, points, before, elapsed: undefined }], points);
  return { plan, aligned, points };
}

it('days, weeks and months, and the periods they are compared with, agree with a calendar', () => {
  fc.assert(
    fc.property(view, ({ zone, first, length, by, compare }) => {
      const last = plusDays(first, length);
      const { aligned } = seen(`?from=${first}&to=${last}&zone=${zone}&by=${by}`, compare);
      const [line] = aligned.lines;
      const own = halfHours(zone, first, last);
      const expected = sums(own, by);
      expect(line?.values).toEqual([...expected.values()]);

      const weeks = (utc(weekOf(last)).getTime() - utc(weekOf(first)).getTime()) / 604_800_000 + 1;
      const monthsOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
      const back = (date: string): string => {
        if (compare === 'year') return by === 'week' ? plusDays(date, -364) : minusMonths(date, 12);
        if (by === 'month') return minusMonths(date, monthsOf(last) - monthsOf(first) + 1);
        return plusDays(date, -7 * (by === 'week' ? weeks : Math.ceil((length + 1) / 7)));
      };
      const earlier = halfHours(zone, back(first), back(last));
      const before = sums(earlier, by);
      const names = [...expected.keys()].map((name) =>
        by === 'month' ? minusMonths(`${name}-01`, 0) && back(`${name}-01`).slice(0, 7) : back(name),
      );
      expect(line?.before).toEqual(names.map((name) => before.get(name) ?? null));
      const total = (of: readonly HalfHour[]) =>
        of.reduce((sum, { instant }) => sum + sessionsAt(instant), 0);
      expect(line?.comparison).toEqual({ now: total(own), before: total(earlier) });
      expect(aligned.whole).toBe(total(own));
    }),
    { numRuns: 40 },
  );
});

it('hours, including skipped and repeated ones, agree with a calendar', () => {
  const hourly = fc.record({
    zone: fc.constantFrom('Europe/Paris', 'America/New_York', 'America/Havana', 'Asia/Kolkata'),
    first: fc
      .tuple(fc.constantFrom('2026-03-05', '2026-03-26', '2025-10-24', '2025-10-31'), fc.nat(4))
      .map(([date, days]) => plusDays(date, days)),
    length: fc.nat(9),
  });
  fc.assert(
    fc.property(hourly, ({ zone, first, length }) => {
      const last = plusDays(first, length);
      const { aligned, points } = seen(`?from=${first}&to=${last}&zone=${zone}&unit=hour`, 'previous');
      const own = halfHours(zone, first, last);
      expect(aligned.starts).toEqual(own.filter((_, index) => index % 2 === 0).map(({ instant }) => instant));
      expect(aligned.lines[0]?.values).toEqual(points.map(({ sessions }) => sessions));

      const days = 7 * Math.ceil((length + 1) / 7);
      const before = sums(halfHours(zone, plusDays(first, -days), plusDays(last, -days)), 'hour');
      const names = own
        .filter((_, index) => index % 2 === 0)
        .map(({ hour, date }) => plusDays(date, -days) + hour.slice(10));
      expect(aligned.lines[0]?.before).toEqual(names.map((name) => before.get(name) ?? null));
      const total = (all: Iterable<number>) => [...all].reduce((sum, one) => sum + one, 0);
      expect(aligned.lines[0]?.comparison).toEqual({
        now: total(own.map(({ instant }) => sessionsAt(instant))),
        before: total(before.values()),
      });

      const rows = heatOf(points, zone, 1);
      rows.forEach(({ weekday, means }, row) => {
        expect(weekday).toBe((row + 1) % 7);
        means.forEach((mean, hourOfDay) => {
          const cell = own.filter(
            ({ hour, date }) => utc(date).getUTCDay() === weekday && Number(hour.slice(11)) === hourOfDay,
          );
          const sum = cell.reduce((all, { instant }) => all + sessionsAt(instant), 0);
          if (cell.length === 0) expect(mean).toBeNull();
          else expect(mean).toBeCloseTo(sum / (cell.length / 2), 6);
        });
      });
    }),
    { numRuns: 30 },
  );
});

it('averages, running totals, and the figures of a zoomed part agree with plain sums', () => {
  fc.assert(
    fc.property(view, fc.nat(70), fc.nat(70), ({ zone, first, length }, a, b) => {
      const last = plusDays(first, length);
      const { aligned } = seen(`?from=${first}&to=${last}&zone=${zone}`, 'previous');
      const days = [...sums(halfHours(zone, first, last), 'day').values()];
      const [from, to] = [Math.min(a, b, length), Math.min(Math.max(a, b), length) + 1];
      const zoom = [aligned.starts[from] ?? 0, aligned.ends[to - 1] ?? 0] as const;
      const drawOptions = { by: 'day', shape: 'lines', average: true, zoom, maxColumns: 1000 } as const;
      const [line] = drawnOf(aligned, drawOptions).lines;
      const average = days.map((_, index) =>
        index < 6 ? null : days.slice(index - 6, index + 1).reduce((sum, one) => sum + one, 0) / 7,
      );
      expect(line?.values).toEqual(days.slice(from, to));
      average.slice(from, to).forEach((mean, index) => {
        if (mean === null) expect(line?.average?.[index]).toBeNull();
        else expect(line?.average?.[index]).toBeCloseTo(mean, 6);
      });
      const running = days.map((_, index) => days.slice(0, index + 1).reduce((sum, one) => sum + one, 0));
      expect(cumulativeOf(aligned.lines[0]?.values ?? [])).toEqual(running);

      const part = days.slice(from, to);
      const figures = statisticsOf(aligned.lines[0]?.values ?? [], aligned.complete, {
        first: from,
        end: to,
      });
      expect(figures.total).toBe(part.reduce((sum, one) => sum + one, 0));
      expect(figures.mean).toBeCloseTo(figures.total / part.length, 6);
      expect(figures.peak).toEqual({
        value: Math.max(...part),
        index: from + part.indexOf(Math.max(...part)),
      });
    }),
    { numRuns: 40 },
  );
});

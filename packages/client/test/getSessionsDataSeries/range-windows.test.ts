import fc from 'fast-check';
import { expect, test } from 'vitest';
import { windows } from '../../src/range/windows.ts';

const [hour, day] = [3_600_000, 24 * 3_600_000];
const zones = [
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Pacific/Apia',
];

test('the windows of a range have no gap or overlap, and are no longer than the endpoint allows', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom('day', 'hour'),
      fc.integer({ min: Date.parse('2012-01-01'), max: Date.parse('2027-01-01') }),
      fc.integer({ min: 1, max: 400 * day }),
      (timeZone, unit, from, span) => {
        const all = [...windows(from, from + span, unit, timeZone)];
        for (const [index, { length, unit: asked, end, ending_at }] of all.entries()) {
          expect(length).toBeGreaterThanOrEqual(1);
          expect(length).toBeLessThanOrEqual(100);
          expect(Date.parse(ending_at)).toBe(end - 1000);
          const before = all[index - 1]?.end ?? end - length * (asked === 'day' ? day : hour);
          expect(end - before).toBe(length * (asked === 'day' ? day : hour));
        }
        const [first, last] = [all[0], all.at(-1)];
        const start = (first?.end ?? 0) - (first?.length ?? 0) * (first?.unit === 'day' ? day : hour);
        expect(start).toBeLessThanOrEqual(from);
        expect(last?.end).toBeGreaterThanOrEqual(from + span);
        expect((last?.end ?? 0) - (from + span)).toBeLessThan(26 * hour);
      },
    ),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 60) },
  );
});

test('a day that is not a whole number of hours long is refused', () => {
  const [from, to] = [Date.parse('2026-04-01'), Date.parse('2026-04-10')];
  expect(() => [...windows(from, to, 'day', 'Australia/Lord_Howe')]).toThrow(
    /change by a part of an hour about 2026-04-05/,
  );
  const [before, after] = [Date.parse('2015-08-10'), Date.parse('2015-08-20')];
  expect(() => [...windows(before, after, 'hour', 'Asia/Pyongyang')]).toThrow(/Split the range there/);
});

test('days with a change of the clocks are requested by the hour', () => {
  const all = [
    ...windows(Date.parse('2026-03-27T23:00Z'), Date.parse('2026-10-26T23:00Z'), 'day', 'Europe/Paris'),
  ];
  const changes = all.filter(({ sumsUpTo }) => sumsUpTo);
  expect(changes.map(({ sumsUpTo, length }) => [sumsUpTo, length])).toEqual([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
  ]);
});

import { expect, test } from 'vitest';
import { groupByMonth, groupByWeek, sumOf, toCsv } from '../../src/series.ts';

const days = (...times: string[]) => times.map((time) => ({ time, sessions: 1 }));

test('points are written as CSV with a header line', () => {
  expect(toCsv([{ time: '2026-01-01', sessions: 3 }])).toBe('time,sessions\r\n2026-01-01,3\r\n');
  expect(toCsv([])).toBe('time,sessions\r\n');
  expect(toCsv([{ time: 'a,"b"', sessions: 3 }])).toBe('time,sessions\r\n"a,""b""",3\r\n');
});

test('the sessions of points are added up', () => {
  expect(sumOf(days('2026-01-01', '2026-01-02'))).toBe(2);
  expect(sumOf([])).toBe(0);
});

test('a week begins on Monday, and belongs to the year of its Thursday', () => {
  expect(groupByWeek(days('2025-12-28', '2025-12-29', '2026-01-01', '2026-01-04', '2026-01-05'))).toEqual([
    { time: '2025-W52', sessions: 1 },
    { time: '2026-W01', sessions: 3 },
    { time: '2026-W02', sessions: 1 },
  ]);
  expect(groupByWeek(days('2027-01-01'))).toEqual([{ time: '2026-W53', sessions: 1 }]);
});

test('hours belong to the month of their local date, not of UTC', () => {
  expect(groupByMonth(days('2026-01-31T23:00:00-05:00', '2026-02-01T00:00:00-05:00'))).toEqual([
    { time: '2026-01', sessions: 1 },
    { time: '2026-02', sessions: 1 },
  ]);
});

import { expect, test } from 'vitest';
import { offsetAt } from '../../src/range/time-zone.ts';
import { clientOf } from './counting-server.ts';

const [hour, day] = [3_600_000, 24 * 3_600_000];

test('an hour has the offset of the time zone at that instant, before and after clocks change', async () => {
  const points = await clientOf().collect({
    from: '2026-03-29',
    to: '2026-03-30',
    timeZone: 'Europe/Paris',
    unit: 'hour',
  });
  expect(points).toHaveLength(23);
  expect(points.map(({ time }) => time).slice(0, 4)).toEqual([
    '2026-03-29T00:00:00+01:00',
    '2026-03-29T01:00:00+01:00',
    '2026-03-29T03:00:00+02:00',
    '2026-03-29T04:00:00+02:00',
  ]);
});

test('a range that continues after clocks change gives each hour the same time', async () => {
  const range = { to: '2026-07-03', timeZone: 'Europe/Paris', unit: 'hour' } as const;
  const whole = await clientOf().collect({ ...range, from: '2026-01-01' });
  const rest = await clientOf().collect({ ...range, from: '2026-07-01' });
  expect(whole.slice(-rest.length)).toEqual(rest);
});

test('Lord Howe Island, whose summer time is half an hour, has the hours of UTC all year, each once', async () => {
  const timeZone = 'Australia/Lord_Howe';
  const range = { to: '2026-05-01', timeZone, unit: 'hour' } as const;
  const whole = await clientOf().collect({ ...range, from: '2025-03-01' });
  const instants = whole.map(({ time }) => Date.parse(time));
  expect(instants[0]).toBe(Date.parse('2025-03-01T00:00:00+11:00'));
  expect(instants.every((instant, index) => instant === (instants[0] ?? 0) + index * hour)).toBe(true);
  expect((instants.at(-1) ?? 0) + hour).toBe(Date.parse('2026-05-01T00:30:00+10:30'));
  expect(whole.find(({ time }) => time.startsWith('2025-04-06T0'))?.time).toBe('2025-04-06T00:00:00+11:00');
  expect(whole.find(({ time }) => time.startsWith('2025-04-06T01:30'))?.time).toBe(
    '2025-04-06T01:30:00+10:30',
  );
  // Continued in winter and in summer, after the windows that came before a break.
  for (const from of [instants[2_000], instants[6_000]]) {
    const rest = await clientOf().collect({ ...range, from: new Date(from ?? 0) });
    expect(whole.slice(-rest.length)).toEqual(rest);
  }
});

test('a day that a zone skips is not requested', async () => {
  const { collect, lengths } = clientOf();
  const points = await collect({ from: '2011-12-28', to: '2012-01-02', timeZone: 'Pacific/Apia' });
  expect(points.map(({ time }) => time)).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01']);
  expect(lengths).not.toContain(0);
});

// A fixed sequence, so that a failure can be repeated.
const zones = Intl.supportedValuesOf('timeZone')
  .filter((_, index) => index % 10 === 3)
  .slice(0, 40);

const spans = [
  ...zones.map((timeZone) => [timeZone, '2025-08-15', '2026-04-20'] as const),
  // Summer time of one week.
  ['America/Recife', '2000-10-01', '2000-10-25'],
  // Clocks that change for a month of fasting.
  ['Africa/Casablanca', '2026-01-20', '2026-05-01'],
  // A day that was skipped.
  ['Pacific/Apia', '2011-12-01', '2012-02-01'],
] as const;

test.for(spans)(
  'days and hours of %s from %s to %s match a calendar that counts one by one',
  async ([timeZone, from, to]) => {
    const range = { from, to, timeZone };
    const calendar = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' });
    const hoursByDay = new Map<string, number>();
    for (let date = Date.parse(from) - 2 * day; date < Date.parse(to) + 2 * day; date += hour / 2) {
      const name = calendar.format(date);
      if (name >= from && name < to) hoursByDay.set(name, (hoursByDay.get(name) ?? 0) + 0.5);
    }
    const expected = [...hoursByDay].map(([time, sessions]) => ({ time, sessions }));
    const isWhole = expected.every(({ sessions }) => Number.isInteger(sessions));
    const { collect } = clientOf();
    if (!isWhole) return await expect(collect(range)).rejects.toThrow(/change by a part of an hour/);
    expect(await collect(range)).toEqual(expected);
    const hours = await collect({ ...range, unit: 'hour' });
    expect(hours).toHaveLength(expected.reduce((sum, { sessions }) => sum + sessions, 0));
    for (const { time } of [hours[0], hours.at(-1), hours[5_000]].filter((point) => point !== undefined)) {
      const instant = Date.parse(time);
      expect(calendar.format(instant)).toBe(time.slice(0, 10));
      expect(new Date(instant + offsetAt(timeZone, instant)).toISOString().slice(0, 19)).toBe(
        time.slice(0, 19),
      );
    }
  },
);

test('no zone changes its clocks twice within six days since 1970', { timeout: 120_000 }, () => {
  for (const timeZone of Intl.supportedValuesOf('timeZone').filter((_, index) => index % 90 === 0)) {
    let last = Number.NEGATIVE_INFINITY;
    let offset = offsetAt(timeZone, 0);
    for (let instant = 0; instant < Date.parse('2030-01-01'); instant += day) {
      const next = offsetAt(timeZone, instant);
      if (next === offset) continue;
      expect(instant - last, `${timeZone} on ${new Date(instant).toISOString()}`).toBeGreaterThan(6 * day);
      [last, offset] = [instant, next];
    }
  }
});

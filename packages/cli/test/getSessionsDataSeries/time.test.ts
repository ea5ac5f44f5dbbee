import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { Calendar } from '../../src/period/calendar.ts';
import { mockServer } from '../support/mock.ts';
import { run } from '../support/run.ts';
import { hoursOf } from './hours.ts';

const hour = 3_600_000;

/** Exports to standard output, as rows. */
async function rowsOf(options: readonly string[], server: Awaited<ReturnType<typeof mockServer>>) {
  const { code, stdout, stderr } = await run(
    ['export', ...options, '--format', 'ndjson', ...server.args, '-'],
    server,
  );
  expect(code, stderr).toBe(0);
  const lines = stdout.trim().split('\n');
  return lines.map((line): { time: string; local_date: string; sessions: number } => JSON.parse(line));
}

describe('a day is the sum of its hours on the clocks of the time zone', () => {
  test.each([
    ['Europe/Paris', '2025-03-28', '2025-04-02', 'a day of 23 hours'],
    ['Europe/Paris', '2025-10-24', '2025-10-29', 'a day of 25 hours'],
    ['America/New_York', '2024-12-30', '2025-01-03', 'the end of a year'],
    ['Pacific/Apia', '2011-12-28', '2012-01-02', 'a day that was skipped'],
    ['America/Sao_Paulo', '2018-11-02', '2018-11-06', 'a midnight that was skipped'],
    ['Asia/Tokyo', '2024-02-27', '2024-03-02', 'the 29th of February'],
  ])('a day in %s from %s to %s is the sum of its hours: %s', async (timeZone, from, to) => {
    const server = await mockServer();
    const rows = await rowsOf(['--from', from, '--to', to, '--time-zone', timeZone], server);
    const startOf = (date: string) =>
      Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;
    const iso = (instant: number) => new Date(instant).toISOString();
    const hours = await hoursOf(server.mock.url, iso(startOf(from)), iso(startOf(to)));
    const days = new Map<string, number>();
    for (const [time, sessions] of [...hours].sort(([a], [b]) => a - b)) {
      const date = Temporal.Instant.fromEpochMilliseconds(time)
        .toZonedDateTimeISO(timeZone)
        .toPlainDate()
        .toString();
      days.set(date, (days.get(date) ?? 0) + sessions);
    }
    expect(rows.map(({ local_date, sessions }) => [local_date, sessions])).toEqual([...days]);
    expect(rows.map(({ time }) => Date.parse(time))).toEqual([...days.keys()].map(startOf));
  });

  test('Apia has no 30 December 2011, by the day or by the hour', async () => {
    const server = await mockServer();
    const period = ['--from', '2011-12-29', '--to', '2012-01-01', '--time-zone', 'Pacific/Apia'];
    expect((await rowsOf(period, server)).map(({ local_date }) => local_date)).toEqual([
      '2011-12-29',
      '2011-12-31',
    ]);
    const hours = await rowsOf([...period, '--unit', 'hour'], server);
    expect(hours).toHaveLength(48);
    expect(new Set(hours.map(({ local_date }) => local_date))).toEqual(new Set(['2011-12-29', '2011-12-31']));
  });
});

test.each([
  'UTC',
  'Europe/Paris',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
])(
  'the local date of an instant in %s is the one on its clocks, before, on and after a change',
  (timeZone) => {
    const calendar = new Calendar(timeZone);
    // Every five hours, then every 37 days from 1890 on, then backwards.
    const everyFiveHours = Array.from(
      { length: 1_000 },
      (_, index) => Date.UTC(2011, 11, 1) + index * 5 * hour,
    );
    const longAgo = Array.from(
      { length: 1_300 },
      (_, index) => Date.UTC(1890, 0, 1) + index * 37 * 24 * hour,
    );
    for (const instant of [...everyFiveHours, ...longAgo, ...everyFiveHours.toReversed()]) {
      const date = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
      expect(calendar.dateOf(instant)).toBe(date.toString());
    }
  },
);

describe('hours', () => {
  test.each([
    ['Europe/Paris', '2025-03-30', 23],
    ['Europe/Paris', '2025-10-26', 25],
    ['Asia/Kolkata', '2025-06-01', 24],
    ['Asia/Kathmandu', '2025-06-01', 24],
    ['America/St_Johns', '2024-12-31', 24],
  ])('in %s, the date %s has %i consecutive hours', async (timeZone, date, count) => {
    const server = await mockServer();
    const next = Temporal.PlainDate.from(date).add({ days: 1 }).toString();
    const rows = await rowsOf(
      ['--from', date, '--to', next, '--unit', 'hour', '--time-zone', timeZone],
      server,
    );
    const start = Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;
    expect(rows.map(({ time }) => Date.parse(time))).toEqual(
      Array.from({ length: count }, (_, index) => start + index * hour),
    );
    expect(new Set(rows.map(({ local_date }) => local_date))).toEqual(new Set([date]));
    // The hours of a day add up to the day, whatever the zone's offset.
    const [day] = await rowsOf(['--from', date, '--to', next, '--time-zone', timeZone], server);
    expect(rows.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(day?.sessions);
  });
});

describe('periods', () => {
  test.each([
    ['90d', 'day', 'UTC', 90],
    ['48h', 'hour', 'UTC', 48],
    ['48h', 'hour', 'Asia/Kolkata', 48],
    ['2w', 'day', 'Europe/Paris', 14],
    ['1mo', 'day', 'UTC', 28],
    ['1y', 'day', 'UTC', 365],
  ])(
    'the period --last %s by the %s in %s has %i points, including the current one',
    async (last, unit, timeZone, count) => {
      const server = await mockServer();
      // The clocks differ on purpose: the mock's is frozen.
      const to = ['--to', new Date(server.now).toISOString()];
      const rows = await rowsOf(['--last', last, ...to, '--unit', unit, '--time-zone', timeZone], server);
      expect(rows).toHaveLength(count);
      expect(rows.at(-1)?.local_date).toBe('2026-03-01');
    },
  );

  test.each([
    ['2025-06-01T10:00:00Z', '2025-06-01T10:00:00Z'],
    ['2025-06-01T10:00:00-5:00', '2025-06-01T15:00:00Z'],
    ['2025-06-01 10:00', '2025-06-01T08:00:00Z'],
    ['2025-06-01', '2025-05-31T22:00:00Z'],
  ])('the period --from %s begins at %s in Paris', async (from, first) => {
    const server = await mockServer();
    const rows = await rowsOf(
      ['--from', from, '--to', '2025-06-02', '--unit', 'hour', '--time-zone', 'Europe/Paris'],
      server,
    );
    expect(rows[0]?.time).toBe(first);
  });

  test.each([
    [['--from', '2025-02-30'], '--from is "2025-02-30". Expected a day such as 2025-01-31'],
    [['--from', '2025-02-30T10:00:00Z'], '--from is "2025-02-30T10:00:00Z"'],
    [['--from', 'yesterday'], '--from is "yesterday"'],
    [['--from', '5'], '--from is "5"'],
    [['--from', '2025-01-02', '--to', '2025-01-02'], 'Expected an end after the start.'],
    [
      ['--from', '2011-12-30', '--to', '2011-12-31', '--time-zone', 'Pacific/Apia'],
      'The period starts at 2011-12-30 (2011-12-30T10:00:00.000Z) and ends at 2011-12-31 (2011-12-30T10:00:00.000Z).',
    ],
    [['--from', '2025-01-02', '--last', '3d'], '--from and --last both say when the period starts.'],
    [['--last', '90'], '--last is "90". Expected a number and a unit: 48h, 90d, 12w, 6mo or 1y.'],
    [['--last', '0d'], '--last is "0d"'],
    [['--last', '200y'], 'is more than 100 years'],
    [[], 'The start of the period is missing. Pass --from 2025-01-01, or --last 90d.'],
    [
      ['--last', '3d', '--time-zone', 'Europe/Pari'],
      '--time-zone is "Europe/Pari". Expected a name of the IANA',
    ],
    [['--last', '3d', '--time-zone', '+02:00'], '--time-zone is "+02:00"'],
    [['--last', '3d', '--unit', 'week'], '--unit is "week". Expected one of day, hour.'],
  ])('the period %j is refused with the option, its value and the expectation', async (options, message) => {
    const server = await mockServer();
    const { code, stderr } = await run(['export', ...options, ...server.args, 's.csv'], server);
    expect(code).toBe(64);
    expect(stderr).toContain(message);
    expect(server.mock.requests()).toEqual([]);
  });
});

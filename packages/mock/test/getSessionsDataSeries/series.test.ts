import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getSessionsDataSeries } from '../../src/handlers/getSessionsDataSeries.ts';
import { knownApps, knownSegments } from '../../src/series/catalogue.ts';
import { createModel } from '../../src/series/model.ts';

const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 100) };

const seed = fc.nat(1_000_000);
const app = fc.oneof(fc.constantFrom(...knownApps.map(({ id }) => id)), fc.string({ minLength: 1 }));
const segment = fc.oneof(fc.constantFrom(...knownSegments.map(({ id }) => id)), fc.string({ minLength: 1 }));
/** Minutes since the epoch, from 1970 to about 2100. */
const minute = fc.integer({ min: 0, max: 68_000_000 });
/** Every offset in use, quarter hours included, and unusual ones. */
const offset = fc.oneof(
  fc.constantFrom(0, -300, 330, 345, 525, 570, -210, 765, 840, -720),
  fc.integer({ min: -1439, max: 1439 }),
);

interface Point {
  time: string;
  sessions: number;
}

function isoMinute(value: number, offsetMinutes: number): string {
  const local = new Date((value + offsetMinutes) * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offsetMinutes);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

type Query = Parameters<typeof getSessionsDataSeries>[0]['query'];

/** A query whose optional parts may be `undefined`. */
type Asked = { [Name in keyof Query]?: Query[Name] | undefined };

function ask(parameters: Asked & Pick<Query, 'length'>, modelSeed = 1, now = 5e12): Point[] {
  const given = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
  const query: Query = { ...given, length: parameters.length, unit: parameters.unit ?? 'day' };
  const outcome = getSessionsDataSeries({ query, now }, createModel(modelSeed));
  if ('refuse' in outcome) throw new Error(outcome.refuse.expected);
  return JSON.parse(outcome.text ?? '').data;
}

test('the same query has the same answer, with a fresh model each time', () => {
  fc.assert(
    fc.property(seed, app, minute, (key, id, at) => {
      const question = { length: 5, ending_at: isoMinute(at, 0), app_id: id };
      expect(ask(question, key)).toEqual(ask(question, key));
    }),
    runs,
  );
});

test('the numbers of a series are the same in every engine and version', () => {
  expect(ask({ length: 3, ending_at: '2026-01-31T12:00:00Z' })).toMatchInlineSnapshot(`
    [
      {
        "sessions": 3605,
        "time": "2026-01-29",
      },
      {
        "sessions": 3868,
        "time": "2026-01-30",
      },
      {
        "sessions": 4283,
        "time": "2026-01-31",
      },
    ]
  `);
});

test('overlapping windows of a series agree', () => {
  fc.assert(
    fc.property(
      app,
      minute,
      offset,
      fc.constantFrom('day', 'hour'),
      fc.integer({ min: 1, max: 20 }),
      (id, at, zone, unit, shift) => {
        const step = unit === 'day' ? 1440 : 60;
        const early = ask({ unit, length: 30, app_id: id, ending_at: isoMinute(at, zone) });
        const late = ask({ unit, length: 30, app_id: id, ending_at: isoMinute(at + shift * step, zone) });
        expect(late.slice(0, 30 - shift)).toEqual(early.slice(shift));
      },
    ),
    runs,
  );
});

test('a day is the sum of its hours, whatever the offset', () => {
  fc.assert(
    fc.property(app, fc.option(segment, { nil: undefined }), minute, offset, (id, part, at, zone) => {
      const midnight = Math.floor((at + zone) / 1440) * 1440 - zone;
      const last = isoMinute(midnight + 1439, zone);
      const [day] = ask({ length: 1, app_id: id, segment_id: part, ending_at: last });
      const hours = ask({ unit: 'hour', length: 24, app_id: id, segment_id: part, ending_at: last });
      expect(hours.every(({ time }) => time.startsWith(day?.time ?? 'none'))).toBe(true);
      expect(hours.reduce((sum, { sessions }) => sum + sessions, 0)).toBe(day?.sessions);
    }),
    runs,
  );
});

test('without an app, the answer is the sum of the known apps', () => {
  fc.assert(
    fc.property(fc.option(segment, { nil: undefined }), minute, offset, (part, at, zone) => {
      const question = { length: 7, segment_id: part, ending_at: isoMinute(at, zone) };
      const apps = knownApps.map(({ id }) => ask({ ...question, app_id: id }));
      const sums = ask(question).map((_, index) =>
        apps.reduce((sum, points) => sum + (points[index]?.sessions ?? 0), 0),
      );
      expect(ask(question).map(({ sessions }) => sessions)).toEqual(sums);
    }),
    runs,
  );
});

test('a segment never exceeds its app, and all counts are whole and not negative', () => {
  fc.assert(
    fc.property(
      seed,
      app,
      segment,
      minute,
      offset,
      fc.constantFrom('day', 'hour'),
      (key, id, part, at, zone, unit) => {
        const question = { unit, length: 48, app_id: id, ending_at: isoMinute(at, zone) };
        const all = ask(question, key);
        const some = ask({ ...question, segment_id: part }, key);
        for (const [index, { sessions }] of some.entries()) {
          expect(Number.isSafeInteger(sessions) && sessions >= 0).toBe(true);
          expect(sessions).toBeLessThanOrEqual(all[index]?.sessions ?? -1);
        }
      },
    ),
    runs,
  );
});

test('nothing is counted in the future of the clock', () => {
  fc.assert(
    fc.property(app, minute, offset, fc.constantFrom('day', 'hour'), (id, at, zone, unit) => {
      const now = at * 60_000;
      const step = unit === 'day' ? 1440 : 60;
      const question = { unit, length: 10, app_id: id, ending_at: isoMinute(at + 4 * step, zone) };
      const points = ask(question, 1, now);
      const whole = ask(question);
      expect(points).toHaveLength(10);
      expect(points.slice(6).every(({ sessions }) => sessions === 0)).toBe(true);
      expect(points.slice(0, 5)).toEqual(whole.slice(0, 5));
      expect(points[5]?.sessions).toBeLessThanOrEqual(whole[5]?.sessions ?? -1);
    }),
    runs,
  );
});

describe('the series is plausible for an app', () => {
  const year = Array.from({ length: 4 }, (_, part) =>
    ask({
      length: 91,
      app_id: 'app-ios',
      ending_at: isoMinute(Math.floor(Date.UTC(2025, 2 + part * 3, 31) / 60_000), 0),
    }),
  ).flat();
  const mean = (points: Point[]) => points.reduce((sum, { sessions }) => sum + sessions, 0) / points.length;

  test('the series has more sessions on weekends than on working days', () => {
    const weekend = year.filter(({ time }) => [0, 6].includes(new Date(time).getUTCDay()));
    const working = year.filter(({ time }) => ![0, 6].includes(new Date(time).getUTCDay()));
    expect(mean(weekend)).toBeGreaterThan(mean(working));
  });

  test('the series is quiet at Christmas', () => {
    expect(year.find(({ time }) => time.endsWith('-12-25'))?.sessions).toBeLessThan(0.75 * mean(year));
  });

  test('the series has more sessions in the evening than at night', () => {
    const hours = ask({ unit: 'hour', length: 96, ending_at: '2026-01-31T23:00:00Z' });
    const at = (hour: string) => mean(hours.filter(({ time }) => time.slice(11, 13) === hour));
    expect(at('16')).toBeGreaterThan(2 * at('22'));
  });

  test('the series grows over the years', () => {
    const before = ask({ length: 90, app_id: 'app-web', ending_at: '2018-06-30T00:00:00Z' });
    const after = ask({ length: 90, app_id: 'app-web', ending_at: '2025-06-30T00:00:00Z' });
    expect(mean(after)).toBeGreaterThan(1.2 * mean(before));
  });
});

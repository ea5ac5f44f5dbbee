import { runInNewContext } from 'node:vm';
import { Temporal } from 'temporal-polyfill/full';
import { describe, expect, test, vi } from 'vitest';
import { createClient } from '../../src/index.ts';
import { readInstant } from '../../src/range/instants.ts';
import { collectRange, countCalls, type RangeOptions, type RangeQuery } from '../../src/range/range.ts';

const read = (value: unknown, timeZone = 'Europe/Paris') =>
  new Date(readInstant(value, 'from', timeZone)).toISOString();

describe('an end of a range', () => {
  test.for([
    ['a Date', new Date('2026-07-01T12:00:00Z'), '2026-07-01T12:00:00.000Z'],
    [
      'a Date of another realm, such as a Jest environment’s',
      runInNewContext("new Date('2026-07-01T12:00:00Z')"),
      '2026-07-01T12:00:00.000Z',
    ],
    ['a calendar day, which begins in the zone of the range', '2026-07-01', '2026-06-30T22:00:00.000Z'],
    ['a calendar day in winter', '2026-01-01', '2025-12-31T23:00:00.000Z'],
    ['a Temporal.PlainDate', Temporal.PlainDate.from('2026-07-01'), '2026-06-30T22:00:00.000Z'],
    [
      'a Temporal.PlainDate of another calendar',
      Temporal.PlainDate.from('2026-07-01').withCalendar('buddhist'),
      '2026-06-30T22:00:00.000Z',
    ],
    ['a date-time with Z', '2026-07-01T12:00:00Z', '2026-07-01T12:00:00.000Z'],
    ['a date-time with an offset', '2026-07-01T12:00:00.5+02:00', '2026-07-01T10:00:00.500Z'],
    ['the offset of the vendor’s own example', '2018-06-28T23:59:59-5:00', '2018-06-29T04:59:59.000Z'],
    ['a date-time without seconds', '2026-07-01T12:00Z', '2026-07-01T12:00:00.000Z'],
    ['a Temporal.Instant', Temporal.Instant.from('2026-07-01T12:00:00Z'), '2026-07-01T12:00:00.000Z'],
    [
      'a Temporal.ZonedDateTime',
      Temporal.ZonedDateTime.from('2026-07-01T12:00:00[Asia/Tokyo]'),
      '2026-07-01T03:00:00.000Z',
    ],
  ])('an end of a range may be %s', ([_, value, expected]) => {
    expect(read(value)).toBe(expected);
  });

  test.for([
    ['a date-time without an offset', '2026-07-01T12:00:00'],
    ['a number in a string', '5'],
    ['a month and a day', 'March 7'],
    ['an invalid day', '2025-02-30'],
    ['an invalid hour', '2026-07-01T25:00:00Z'],
    ['an invalid offset', '2026-07-01T12:00:00+99:00'],
    ['a month', '2026-07'],
    ['an empty string', ''],
    ['a number', 1_530_248_400_000],
    ['nothing', undefined],
    ['an invalid Date', new Date('hier')],
    ['a Temporal.PlainDateTime', Temporal.PlainDateTime.from('2026-07-01T12:00:00')],
    ['a Temporal.PlainYearMonth', Temporal.PlainYearMonth.from('2026-07')],
  ])('an end of a range cannot be %s', ([_, value]) => {
    expect(() => read(value)).toThrow(
      /^from: .* is not an instant\. Expected a Date, a calendar day such as "2025-01-01", /,
    );
  });
});

test('further ranges of a time zone use its formatter again', () => {
  const formatters = vi.spyOn(Intl, 'DateTimeFormat');
  for (const to of ['2026-02-01', '2026-03-01']) {
    countCalls({ from: '2026-01-01', to, timeZone: 'Pacific/Kiritimati' });
  }
  expect(formatters).toHaveBeenCalledTimes(1);
  formatters.mockRestore();
});

test.for([[null], [undefined], ['2026']])('a range of %j is refused', async ([query]) => {
  const client = createClient({ baseUrl: 'http://127.0.0.1:1', apiKey: 'any' });
  await expect(collectRange(client, query as unknown as RangeQuery)).rejects.toThrow(
    `range: expected an object of from and to, got ${query}`,
  );
});

describe('a range is refused by name', () => {
  const client = createClient({
    baseUrl: 'http://127.0.0.1:1',
    apiKey: 'any',
    fetch: async () => Response.error(),
  });
  const days = { from: '2026-01-01', to: '2026-02-01' };

  test.for([
    [
      { timezone: 'Europe/Paris' },
      'range: unknown name "timezone"; expected from, to, timeZone, unit, app_id, segment_id',
    ],
    [
      { appId: 'app-ios' },
      'range: unknown name "appId"; expected from, to, timeZone, unit, app_id, segment_id',
    ],
    [{ unit: 'week' }, 'unit: "week" is unknown. Expected day or hour.'],
    [{ timeZone: 'Paris' }, 'timeZone: "Paris" is unknown. Expected an IANA name such as "Europe/Paris".'],
    [{ to: '2025-12-31' }, 'to: 2025-12-31T00:00:00.000Z is before from: 2026-01-01T00:00:00.000Z.'],
    [
      { from: '0001-01-01' },
      'from 0001-01-01T00:00:00.000Z to 2026-02-01T00:00:00.000Z is more than 100 years.',
    ],
  ])('a range with the change %j is refused by name', async ([change, message]) => {
    // As in JavaScript, where no type prevents it.
    const query = { ...days, ...(change as object) } as RangeQuery;
    await expect(collectRange(client, query)).rejects.toThrow(message as string);
  });

  test.for([
    [{ concurrency: 0 }, /^concurrency: 0 is not a whole number of 1 or more/],
    [{ timeout: 0 }, /^timeout: expected a number of at least 1, got 0/],
    [{ fillGaps: 'yes' }, /^fillGaps: expected boolean, got String/],
    [{ onProgress: 5 }, /^onProgress: expected function, got 5/],
    [
      { concurency: 2 },
      /^options: unknown name "concurency"; expected .*, concurrency, onProgress, fillGaps$/,
    ],
    [null, /^range: expected an object of options, got null/],
  ])('a range with the options %j is refused by a rejection', async ([options, message]) => {
    const promise = collectRange(client, days, options as unknown as RangeOptions);
    await expect(promise).rejects.toThrow(message as RegExp);
  });
});

test('the number of calls is known beforehand', () => {
  expect(countCalls({ from: '2025-01-01', to: '2026-01-01', unit: 'hour' })).toBe(88);
  expect(countCalls({ from: '2025-01-01', to: '2025-01-01' })).toBe(0);
});

import { createMockFetch } from '@session-series/mock/browser';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createClient } from '../../src/index.ts';
import { collectRange, parseDateTime, parseOffset, writeDateTime } from '../../src/range/range.ts';

/** What is sent as `ending_at`. */
async function sentFor(ending_at: Parameters<typeof client.getSessionsDataSeries>[0]['ending_at']) {
  sent.length = 0;
  await client.getSessionsDataSeries({ length: 1, ...(ending_at && { ending_at }) });
  return sent[0];
}
const sent: (string | null)[] = [];
const client = createClient({
  baseUrl: 'http://127.0.0.1:1',
  apiKey: 'any',
  fetch: async (url) => {
    sent.push(new URL(url).searchParams.get('ending_at'));
    return Response.json({ message: 'success', data: [] });
  },
});

test.for([
  ['a Date in UTC', new Date('2026-07-01T12:00:00Z'), '2026-07-01T12:00:00.000Z'],
  ['a Temporal.Instant in UTC', Temporal.Instant.from('2026-07-01T12:00:00Z'), '2026-07-01T12:00:00Z'],
  [
    'a Temporal.ZonedDateTime with its offset, whose days are then counted',
    Temporal.ZonedDateTime.from('2026-07-01T12:00:00[Europe/Paris]'),
    '2026-07-01T12:00:00+02:00',
  ],
  ['a text as it is, the vendor’s own example too', '2018-06-28T23:59:59-5:00', '2018-06-28T23:59:59-5:00'],
] as const)('ending_at is sent from %s', async ([_, ending_at, expected]) => {
  expect(await sentFor(ending_at)).toBe(expected);
});

test('ending_at is not sent if it is omitted', async () => {
  expect(await sentFor(undefined)).toBe(null);
});

test('an invalid Date is refused before anything is sent', async () => {
  await expect(sentFor(new Date('hier'))).rejects.toThrow(
    /^getSessionsDataSeries: the query parameter "ending_at" cannot be sent: Invalid time value$/,
  );
  expect(sent).toEqual([]);
});

test('a range accepts every kind of instant', async () => {
  sent.length = 0;
  const from = Temporal.ZonedDateTime.from('2026-07-01T00:00:00[Europe/Paris]');
  const to = Temporal.Instant.from('2026-07-02T22:00:00Z');
  await collectRange(client, { from, to, timeZone: 'Europe/Paris' });
  expect(sent).toEqual(['2026-07-02T23:59:59+02:00']);
});

test('a wall-clock time without a zone does not compile', () => {
  const neverCalled = () => {
    const ending_at = Temporal.PlainDateTime.from('2026-07-01T12:00:00');
    // @ts-expect-error ambiguous: it is not an instant
    client.getSessionsDataSeries({ length: 1, ending_at });
  };
  expect(neverCalled).toBeTypeOf('function');
});

test('the client and the mock agree on every date-time with an offset', async () => {
  const mock = createClient({
    baseUrl: 'http://127.0.0.1:1',
    apiKey: 'any',
    fetch: createMockFetch(),
  });
  const two = (value: number) => String(value).padStart(2, '0');
  const dateTime = fc
    .record({
      instant: fc.date({ min: new Date('1000-01-01'), max: new Date('9990-01-01'), noInvalidDate: true }),
      second: fc.constantFrom('', ':00', ':59', ':60', ':07.25', ':07,5'),
      sign: fc.constantFrom('+', '-'),
      hours: fc.integer({ min: 0, max: 23 }),
      form: fc.constantFrom(
        (sign: string, hours: number) => `${sign}${hours}`,
        (sign: string, hours: number) => `${sign}${hours}:30`,
        (sign: string, hours: number) => `${sign}${two(hours)}45`,
        (sign: string, hours: number) => `${sign}${two(hours)}:00`,
        () => 'Z',
      ),
    })
    .map(
      ({ instant, second, sign, hours, form }) =>
        `${instant.toISOString().slice(0, 16)}${second}${form(sign, hours)}`,
    );
  await fc.assert(
    fc.asyncProperty(dateTime, async (ending_at) => {
      const { data } = await mock.getSessionsDataSeries({ length: 1, unit: 'hour', ending_at });
      const { wall, offset } = parseDateTime(ending_at) ?? { wall: Number.NaN, offset: '' };
      const hour = Math.floor(wall / 3_600_000) * 3_600_000;
      const ahead = parseOffset(offset);
      expect(data.map(({ time }) => time)).toEqual([writeDateTime(hour - ahead, ahead)]);
    }),
    { numRuns: 200 },
  );
});

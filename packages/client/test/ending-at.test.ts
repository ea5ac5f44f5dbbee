import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createClient } from '../src/index.ts';
import { collectRange } from '../src/range/range.ts';

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
] as const)('%s', async ([_, ending_at, expected]) => {
  expect(await sentFor(ending_at)).toBe(expected);
});

test('nothing, when there is no end', async () => {
  expect(await sentFor(undefined)).toBe(null);
});

test('a Date that is none is refused before anything is sent', async () => {
  await expect(sentFor(new Date('hier'))).rejects.toThrow(RangeError);
  expect(sent).toEqual([]);
});

test('a range takes them all', async () => {
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

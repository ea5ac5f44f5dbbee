import { runInNewContext } from 'node:vm';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createClient } from '../../src/index.ts';
import { success } from '../fake-clock.ts';

const urls: string[] = [];
const client = createClient({
  baseUrl: 'http://127.0.0.1:1',
  apiKey: 'any',
  fetch: async (url) => {
    urls.push(url);
    return success();
  },
});
// As in JavaScript, where no type prevents it.
const call = (given: unknown) => client.getSessionsDataSeries(given as { length: number });

test.for([
  ['ending_at', new Date(Number.NaN), 'cannot be sent: Invalid time value'],
  ['ending_at', Temporal.PlainDate.from('2026-01-01'), /an instant, got Temporal.PlainDate$/],
  ['ending_at', Temporal.PlainDateTime.from('2026-01-01T10:00'), /got Temporal.PlainDateTime$/],
  ['ending_at', {}, 'expected a string, a number, a boolean or an instant, got Object'],
  ['ending_at', ['2026-01-01T00:00:00Z'], 'got Array'],
  ['ending_at', () => 1, 'got Function'],
  ['ending_at', Symbol('now'), 'got Symbol'],
  ['length', Number.NaN, 'got NaN'],
  ['length', Number.POSITIVE_INFINITY, 'got Infinity'],
  ['length', null, 'expected a value, got Null'],
  ['app_id', null, 'expected a value, got Null'],
  ['app_id', '\ud800', 'cannot be sent: URI malformed'],
] as const)('a value of %s that cannot be sent is refused by name: %s', async ([name, value, message]) => {
  const error = await call({ length: 1, [name]: value }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TypeError);
  expect((error as Error).message).toMatch(`getSessionsDataSeries: the query parameter "${name}"`);
  expect((error as Error).message).toMatch(message);
  expect(urls).toEqual([]);
});

test.for([[[]], [null], ['length=1'], [() => 1]])(
  'parameters that are not an object are refused: %j',
  async ([given]) => {
    await expect(call(given)).rejects.toThrow('getSessionsDataSeries: expected an object');
  },
);

test('an instant of another realm is sent as an instant', async () => {
  await client.getSessionsDataSeries({ length: 1, ending_at: runInNewContext('new Date(0)') });
  expect(new URL(urls.pop() ?? '').searchParams.get('ending_at')).toBe('1970-01-01T00:00:00.000Z');
});

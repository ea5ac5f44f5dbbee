import { expect, expectTypeOf, test } from 'vitest';
import * as operations from '../../src/generated/operations.ts';
import {
  type Client,
  createCall,
  type FetchInit,
  instances,
  NetworkError,
  RateLimitError,
  type SingleCallOptions,
  TimeoutError,
} from '../../src/index.ts';
import { collectRange } from '../../src/range/range.ts';
import { failure, never, onFakeClock, outcome, success } from '../fake-clock.ts';

onFakeClock();

const { getSessionsDataSeries } = operations;

/** The function of the operation, and the requests that it sent. */
function start(
  answer: (init: FetchInit) => Response | Promise<Response>,
  options: Partial<SingleCallOptions> = {},
) {
  const sent: { url: string; headers: Record<string, string> }[] = [];
  const getSeries = createCall(getSessionsDataSeries, {
    baseUrl: instances['EU-01'],
    apiKey: 'any-key',
    fetch: async (url, init) => {
      sent.push({ url, headers: init.headers });
      return answer(init);
    },
    ...options,
  });
  return { getSeries, sent };
}

test('the function of one operation is typed and called like the method of a client', async () => {
  const { getSeries, sent } = start(() => success(), { headers: { 'X-Team': 'a' } });
  expectTypeOf(getSeries).toEqualTypeOf<Client['getSessionsDataSeries']>();
  const { body, status } = await getSeries({ length: 2 }, { headers: { 'x-trace': '1' } }).withResponse();
  expect(body.message).toBe('success');
  expect(status).toBe(200);
  expect(sent).toEqual([
    {
      url: 'https://rest.fra-01.braze.eu/sessions/data_series?length=2',
      headers: { accept: 'application/json', 'x-team': 'a', 'x-trace': '1', authorization: 'Bearer any-key' },
    },
  ]);
});

test('the function of one operation retries, limits time, throws typed errors and calls hooks', async () => {
  const retries: number[] = [];
  const onRetry = ({ attempt }: { attempt: number }) => void retries.push(attempt);
  const { getSeries, sent } = start(() => failure(429), { maxRetries: 1, onRetry });
  expect(await outcome(getSeries({ length: 1 }))).toBeInstanceOf(RateLimitError);
  expect(sent).toHaveLength(2);
  expect(retries).toEqual([2]);
  expect(await outcome(start(never).getSeries({ length: 1 }, { totalTimeout: 5 }))).toBeInstanceOf(
    TimeoutError,
  );
  const offline = start(() => Promise.reject(new TypeError('fetch failed')));
  expect(await outcome(offline.getSeries({ length: 1 }, { maxRetries: 0 }))).toBeInstanceOf(NetworkError);
});

test('the function of one operation checks parameters and responses', async () => {
  const { getSeries } = start(() => Response.json({ message: 'success', data: null }));
  expect(await outcome(getSeries({ length: 1 }))).toMatchObject({ name: 'InvalidResponseError' });
  expect(await outcome(getSeries({ length: 1 }, { validate: false }))).toMatchObject({ data: null });
  expect(await outcome(getSeries(JSON.parse('{ "longueur": 1 }')))).toMatchObject({
    message: expect.stringContaining('unknown name "longueur"'),
  });
});

test('a range accepts the function of one operation instead of a client', async () => {
  const point = { time: '2026-01-01', sessions: 3 };
  const { getSeries } = start(() => Response.json({ message: 'success', data: [point] }));
  const query = { from: '2026-01-01', to: '2026-01-02' };
  expect(await collectRange({ getSessionsDataSeries: getSeries }, query)).toEqual([point]);
});

test.for([
  [{ baseUrl: 'http://mock:4010' }, /without https/],
  [{ baseUrl: 'mock' }, /expected a URL with https, got "mock"/],
  [{ apiKey: '' }, /apiKey: expected ASCII .* got ""/],
] as const)('the function of one operation guards the key: %j', ([options, message]) => {
  expect(() => start(never, options)).toThrow(message);
});

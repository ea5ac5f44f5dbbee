import { inspect } from 'node:util';
import { expect, expectTypeOf, test } from 'vitest';
import * as checked from '../../src/generated/operations.ts';
import * as unchecked from '../../src/generated/unchecked.ts';
import {
  type Client,
  type FetchInit,
  instances,
  NetworkError,
  RateLimitError,
  TimeoutError,
} from '../../src/index.ts';
import { logHooks } from '../../src/log.ts';
import { collectRange } from '../../src/range/range.ts';
import { createCall, createHooks, type SingleCallOptions } from '../../src/single-call.ts';
import { failure, never, onFakeClock, outcome, success } from '../fake-clock.ts';

onFakeClock();

/** The function of the operation, with and without checks of its responses, and the requests that they sent. */
function start(
  answer: (init: FetchInit) => Response | Promise<Response>,
  options: Partial<SingleCallOptions> = {},
) {
  const sent: { url: string; headers: Record<string, string> }[] = [];
  const complete: SingleCallOptions = {
    baseUrl: instances['EU-01'],
    apiKey: 'any-key',
    fetch: async (url, init) => {
      sent.push({ url, headers: init.headers });
      return answer(init);
    },
    ...options,
  };
  return {
    getSeries: createCall(checked.getSessionsDataSeries, complete),
    getUnchecked: createCall(unchecked.getSessionsDataSeries, complete),
    sent,
  };
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

test.for(['getSeries', 'getUnchecked'] as const)(
  'the function %s of one operation retries, limits time and throws typed errors without the key',
  async (name) => {
    const repeated = () => Response.json({ message: 'No access for any-key' }, { status: 429 });
    const { [name]: call, sent } = start(repeated, { maxRetries: 1 });
    const error = await outcome(call({ length: 1 }));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ attempts: 2, detail: 'No access for [redacted]' });
    expect(JSON.stringify(error)).not.toContain('any-key');
    expect(sent).toHaveLength(2);
    const { [name]: waiting } = start(never);
    expect(await outcome(waiting({ length: 1 }, { totalTimeout: 5 }))).toBeInstanceOf(TimeoutError);
    const { [name]: offline } = start(() => Promise.reject(new TypeError('fetch failed for any-key')));
    const lost = await outcome(offline({ length: 1 }, { maxRetries: 0 }));
    expect(lost).toBeInstanceOf(NetworkError);
    expect(inspect(lost)).not.toContain('any-key');
  },
);

test('the function of one operation takes hooks, and the hooks of a log', async () => {
  const events: string[] = [];
  const hooks = createHooks({
    onRequest: ({ attempt, headers }) => {
      headers['X-Trace'] = `${attempt}`;
      events.push(`request ${attempt}`);
    },
    onResponse: ({ status, responseHeaders }) =>
      void events.push(`response ${status} ${responseHeaders['content-type']}`),
    onRetry: ({ attempt, maxAttempts }) => void events.push(`attempt ${attempt} of ${maxAttempts}`),
  });
  const { getUnchecked, sent } = start(() => (sent.length === 1 ? failure(503) : success()), { hooks });
  await outcome(getUnchecked({ length: 1 }, { maxRetries: 2 }));
  expect(events).toEqual([
    'request 1',
    'response 503 application/json',
    'attempt 2 of 3',
    'request 2',
    'response 200 application/json',
  ]);
  expect(sent.map(({ headers }) => headers['x-trace'])).toEqual(['1', '2']);

  const warnings: string[] = [];
  const logged = start(() => failure(503), {
    hooks: createHooks(logHooks({ warn: (message) => void warnings.push(message) })),
  });
  await outcome(logged.getUnchecked({ length: 1 }, { maxRetries: 1 }));
  expect(warnings).toHaveLength(1);
  // @ts-expect-error: the hooks of a client are in the option `hooks` here
  start(never, { ...logHooks(console) });
  // @ts-expect-error: so is each of them
  start(never, { onRetry: () => {} });
});

test('the function of one operation checks its parameters, and its responses unless the description has no checks', async () => {
  const { getSeries, getUnchecked } = start(() => Response.json({ message: 'success', data: null }));
  const error = await outcome(getSeries({ length: 1 }));
  expect(error).toMatchObject({
    name: 'InvalidResponseError',
    message: expect.stringContaining('response does not match the contract: body/data must be array'),
  });
  expect(await outcome(getSeries({ length: 1 }, { validate: false }))).toMatchObject({ data: null });
  expect(await outcome(getUnchecked({ length: 1 }))).toMatchObject({ data: null });
  // @ts-expect-error: there is nothing to switch on
  expect(await outcome(getUnchecked({ length: 1 }, { validate: true }))).toMatchObject({ data: null });
  for (const call of [getSeries, getUnchecked]) {
    expect(await outcome(call(JSON.parse('{ "longueur": 1 }')))).toMatchObject({
      message: expect.stringContaining('unknown name "longueur"'),
    });
  }
  const { getUnchecked: fromPage } = start(() => new Response('<p>', { status: 200 }), { maxRetries: 0 });
  expect(await outcome(fromPage({ length: 1 }))).toMatchObject({ name: 'InvalidResponseError' });
  expectTypeOf<Parameters<typeof getUnchecked>[0]>().toEqualTypeOf<Parameters<typeof getSeries>[0]>();
  expectTypeOf<ReturnType<typeof getUnchecked>>().toEqualTypeOf<ReturnType<typeof getSeries>>();
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

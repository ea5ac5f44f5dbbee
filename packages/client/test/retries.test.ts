import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient, NetworkError, RateLimitedError, ServerError, TimeoutError } from '../src/index.ts';
import { rateLimitOf, retryAfterOf } from '../src/rate-limit.ts';

const now = Date.parse('2026-01-05T00:00:00Z');
beforeEach(() => void vi.useFakeTimers({ now }));
afterEach(() => {
  expect(vi.getTimerCount(), 'timers left behind').toBe(0);
  vi.useRealTimers();
});

const success = (headers = {}) => Response.json({ message: 'success', data: [] }, { headers });
const failure = (status: number, headers = {}) => Response.json({ message: 'No.' }, { status, headers });
const never = (request: Request) =>
  new Promise<Response>((_, reject) => {
    request.signal.addEventListener('abort', () => reject(request.signal.reason));
  });

/** A client that gets these answers in turn, the last one for ever, and the times of its requests. */
function clientThatGets(...answers: ((request: Request) => Response | Promise<Response>)[]) {
  const at: number[] = [];
  const client = createClient({
    baseUrl: 'http://127.0.0.1:1',
    apiKey: 'any',
    fetch: async (request) => {
      const answer = answers[Math.min(at.length, answers.length - 1)];
      at.push(Date.now() - now);
      if (!answer) throw new Error('no answer given');
      return answer(request);
    },
  });
  return { client, at };
}

/** Lets a call run on the fake clock and gives what it came to. */
async function outcome<Value>(call: Promise<Value>): Promise<Value | unknown> {
  const settled = call.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return settled;
}

describe('a call is tried again', () => {
  test.for([429, 500, 502, 503, 504])('after %d', async (status) => {
    const { client, at } = clientThatGets(
      () => failure(status),
      () => success(),
    );
    expect(await outcome(client.getSessionsDataSeries({ length: 1 }))).toMatchObject({ message: 'success' });
    expect(at).toHaveLength(2);
  });

  test('after a failed connection, and after an answer that was cut short', async () => {
    const cut = () =>
      new Response(
        new ReadableStream({
          pull: (controller) => controller.error(new TypeError('terminated')),
        }),
      );
    const refused = () => Promise.reject(new TypeError('fetch failed'));
    const { client, at } = clientThatGets(refused, cut, () => success());
    expect(await outcome(client.getSessionsDataSeries({ length: 1 }))).toMatchObject({ message: 'success' });
    expect(at).toHaveLength(3);
  });

  test.for([400, 401, 403, 404])('but never after %d', async (status) => {
    const { client, at } = clientThatGets(() => failure(status));
    expect(await outcome(client.getSessionsDataSeries({ length: 1 }))).toMatchObject({ status, tries: 1 });
    expect(at).toHaveLength(1);
  });

  test('as often as allowed, with pauses that at most double, and the error counts the tries', async () => {
    const { client, at } = clientThatGets(() => failure(503));
    const error = await outcome(client.getSessionsDataSeries({ length: 1 }));
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ tries: 4 });
    const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(pauses).toHaveLength(3);
    for (const [index, pause] of pauses.entries()) expect(pause).toBeLessThanOrEqual(500 * 2 ** index);
  });

  test('not before Retry-After, in seconds or as a date', async () => {
    const date = new Date(now + 9_000).toUTCString();
    const { client, at } = clientThatGets(
      () => failure(503, { 'retry-after': '7' }),
      () => failure(503, { 'retry-after': date }),
      () => success(),
    );
    await outcome(client.getSessionsDataSeries({ length: 1 }));
    expect(at).toEqual([0, 7_000, 9_000]);
  });

  test('not before the reset that a 429 names', async () => {
    const reset = {
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '1',
      'x-ratelimit-reset': `${now / 1000 + 30}`,
    };
    const { client, at } = clientThatGets(
      () => failure(429, reset),
      () => success(),
    );
    await outcome(client.getSessionsDataSeries({ length: 1 }));
    expect(at).toEqual([0, 30_000]);
  });

  test('not at all when the server asks for a longer pause than allowed', async () => {
    const { client, at } = clientThatGets(() => failure(429, { 'retry-after': '3600' }));
    expect(await outcome(client.getSessionsDataSeries({ length: 1 }))).toBeInstanceOf(RateLimitedError);
    expect(at).toHaveLength(1);
  });
});

describe('time is limited', () => {
  test('for one try', async () => {
    const { client, at } = clientThatGets(never, () => success());
    expect(await outcome(client.getSessionsDataSeries({ length: 1 }, { timeout: 1_000 }))).toMatchObject({
      message: 'success',
    });
    expect(at[1]).toBeGreaterThanOrEqual(1_000);
  });

  test('for the whole call', async () => {
    const { client } = clientThatGets(never);
    const error = await outcome(client.getSessionsDataSeries({ length: 1 }, { totalTimeout: 1_500 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(Date.now() - now).toBe(1_500);
  });

  test('and a pause that does not fit is not begun: the last failure is told at once', async () => {
    const { client } = clientThatGets(() => failure(503, { 'retry-after': '50' }));
    const error = await outcome(client.getSessionsDataSeries({ length: 1 }, { totalTimeout: 10_000 }));
    expect(error).toBeInstanceOf(ServerError);
    expect(Date.now() - now).toBe(0);
  });
});

describe('an abort', () => {
  test.for([
    ['before the call', 0, () => success()],
    ['while an answer is awaited', 10, never],
    ['in a pause', 10, () => failure(503, { 'retry-after': '5' })],
  ] as const)('%s ends it with the signal’s reason', async ([_, after, answer]) => {
    const { client } = clientThatGets(answer);
    const controller = new AbortController();
    const reason = new Error('enough');
    if (after === 0) controller.abort(reason);
    else setTimeout(() => controller.abort(reason), after);
    expect(await outcome(client.getSessionsDataSeries({ length: 1 }, { signal: controller.signal }))).toBe(
      reason,
    );
    expect(Date.now() - now).toBe(after);
  });
});

test('requests slow down when the budget is nearly used up, so that it lasts to the reset', async () => {
  const headers = {
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '9',
    'x-ratelimit-reset': `${now / 1000 + 100}`,
  };
  const { client, at } = clientThatGets(() => success(headers));
  await outcome(client.getSessionsDataSeries({ length: 1 }));
  await outcome(client.getSessionsDataSeries({ length: 1 }));
  await outcome(client.getSessionsDataSeries({ length: 1 }));
  expect(at).toEqual([0, 10_000, 19_000]);
});

test('an error of the network has its cause', async () => {
  const cause = new TypeError('fetch failed');
  const { client } = clientThatGets(() => Promise.reject(cause));
  const error = await outcome(client.getSessionsDataSeries({ length: 1 }, { retries: 0 }));
  expect(error).toBeInstanceOf(NetworkError);
  expect(error).toMatchObject({ name: 'NetworkError', cause });
});

test('a middleware’s own error is neither called a failure of the network nor tried again', async () => {
  const { at, client } = clientThatGets(() => success());
  const mistake = new Error('a mistake in the middleware');
  client.raw.use({
    onRequest: () => {
      throw mistake;
    },
  });
  expect(await outcome(client.getSessionsDataSeries({ length: 1 }))).toBe(mistake);
  expect(at).toEqual([]);
});

test('a logger hears of each try that is made again, without the key', async () => {
  const heard: string[] = [];
  let tries = 0;
  const client = createClient({
    baseUrl: 'http://127.0.0.1:1',
    apiKey: 'canary-key',
    logger: { warn: (message) => heard.push(message) },
    fetch: async () => (++tries === 1 ? failure(503, { 'retry-after': '2' }) : success()),
  });
  await outcome(client.getSessionsDataSeries({ length: 1 }));
  expect(heard).toEqual([
    'GET http://127.0.0.1:1/sessions/data_series?length=1: 503 No. Trying again in 2000 ms.',
  ]);
});

test.for([
  ['a Retry-After in the past', { 'retry-after': new Date(now - 60_000).toUTCString() }],
  ['a Retry-After that is none', { 'retry-after': '-1' }],
  [
    'a reset in the past',
    { 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': `${now / 1000 - 5}` },
  ],
] as const)('%s gives way to the random pause', async ([_, headers]) => {
  const { client, at } = clientThatGets(
    () => failure(429, headers),
    () => success(),
  );
  vi.spyOn(Math, 'random').mockReturnValueOnce(0.5);
  await outcome(client.getSessionsDataSeries({ length: 1 }));
  expect(at).toEqual([0, 250]);
});

test('no header makes its reader throw', () => {
  vi.useRealTimers();
  const value = fc.oneof(fc.string(), fc.integer().map(String), fc.date({ noInvalidDate: true }).map(String));
  fc.assert(
    fc.property(value, value, value, value, (limit, remaining, reset, retryAfter) => {
      const headers = new Map(
        Object.entries({
          'x-ratelimit-limit': limit,
          'x-ratelimit-remaining': remaining,
          'x-ratelimit-reset': reset,
          'retry-after': retryAfter,
        }),
      );
      // What a platform lets through is not known here, so anything may be read.
      const anyHeaders = { get: (name: string) => headers.get(name.toLowerCase()) ?? null } as Headers;
      const state = rateLimitOf(anyHeaders);
      if (state) expect(state.reset.getTime()).not.toBeNaN();
      expect(retryAfterOf(anyHeaders, now)?.getTime()).not.toBeNaN();
    }),
  );
  vi.useFakeTimers();
});

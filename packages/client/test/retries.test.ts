import { describe, expect, test, vi } from 'vitest';
import { NetworkError, RateLimitError, ServerError } from '../src/index.ts';
import { callAny, target } from './any-call.ts';
import { clientThatGets, failure, now, onFakeClock, outcome, success } from './fake-clock.ts';

onFakeClock();

describe('a call is retried', () => {
  test.for([429, 500, 502, 503, 504])('a call is retried after %d', async (status) => {
    const { client, at } = clientThatGets(
      () => failure(status),
      () => success(),
    );
    expect(await outcome(callAny(client))).toMatchObject({ message: 'success' });
    expect(at).toHaveLength(2);
  });

  test('a call is retried after a failed connection and after a truncated response', async () => {
    const cut = () =>
      new Response(
        new ReadableStream({
          pull: (controller) => controller.error(new TypeError('terminated')),
        }),
      );
    const refused = () => Promise.reject(new TypeError('fetch failed'));
    const { client, at } = clientThatGets(refused, cut, () => success());
    expect(await outcome(callAny(client))).toMatchObject({ message: 'success' });
    expect(at).toHaveLength(3);
  });

  test.for([400, 401, 403, 404])('a call is never retried after %d', async (status) => {
    const { client, at } = clientThatGets(() => failure(status));
    expect(await outcome(callAny(client))).toMatchObject({ status, attempts: 1 });
    expect(at).toHaveLength(1);
  });

  test('a call is retried up to maxRetries times with a doubling delay ceiling, and the error counts the attempts', async () => {
    const { client, at } = clientThatGets(() => failure(503));
    const error = await outcome(callAny(client));
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ attempts: 4 });
    const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(pauses).toHaveLength(3);
    for (const [index, pause] of pauses.entries()) expect(pause).toBeLessThanOrEqual(500 * 2 ** index);
  });

  test('a call is not retried before Retry-After, in seconds or as a date', async () => {
    const date = new Date(now + 9_000).toUTCString();
    const { client, at } = clientThatGets(
      () => failure(503, { 'retry-after': '7' }),
      () => failure(503, { 'retry-after': date }),
      () => success(),
    );
    vi.spyOn(Math, 'random').mockReturnValueOnce(0).mockReturnValueOnce(0.5);
    await outcome(callAny(client));
    // Up to one initialRetryDelay later, so that not all clients come at once.
    expect(at).toEqual([0, 7_000, 9_250]);
  });

  test('a 429 is not retried before its reset', async () => {
    const reset = {
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '1',
      'x-ratelimit-reset': `${now / 1000 + 30}`,
    };
    const { client, at } = clientThatGets(
      () => failure(429, reset),
      () => success(),
    );
    vi.spyOn(Math, 'random').mockReturnValueOnce(0);
    await outcome(callAny(client));
    expect(at).toEqual([0, 30_000]);
  });

  test('a call is not retried if the server asks for a longer delay than allowed', async () => {
    const { client, at } = clientThatGets(() => failure(429, { 'retry-after': '3600' }));
    expect(await outcome(callAny(client))).toBeInstanceOf(RateLimitError);
    expect(at).toHaveLength(1);
  });
});

test('a NetworkError has its cause', async () => {
  const cause = new TypeError('fetch failed', {
    cause: Object.assign(new Error('no'), { code: 'ECONNREFUSED' }),
  });
  const { client } = clientThatGets(() => Promise.reject(cause));
  const error = await outcome(callAny(client, { maxRetries: 0 }));
  expect(error).toBeInstanceOf(NetworkError);
  expect(error).toMatchObject({
    name: 'NetworkError',
    code: 'ECONNREFUSED',
    message: `GET http://127.0.0.1:1${target}: no response: fetch failed: no`,
    cause: { name: 'TypeError', message: 'fetch failed', cause: { code: 'ECONNREFUSED' } },
  });
  expect((error as Error).cause).toBeInstanceOf(TypeError);
});

test.for([
  ['a Retry-After in the past', { 'retry-after': new Date(now - 60_000).toUTCString() }],
  ['an invalid Retry-After', { 'retry-after': '-1' }],
  [
    'a reset in the past',
    { 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': `${now / 1000 - 5}` },
  ],
] as const)('%s is ignored in favour of the random delay', async ([_, headers]) => {
  const { client, at } = clientThatGets(
    () => failure(429, headers),
    () => success(),
  );
  vi.spyOn(Math, 'random').mockReturnValueOnce(0.5);
  await outcome(callAny(client));
  expect(at).toEqual([0, 250]);
});

test.for([408, 425, 500, 502, 503, 504, 507])('a response with status %d is retried', async (status) => {
  const { client, at } = clientThatGets(
    () => failure(status),
    () => success(),
  );
  expect(await outcome(callAny(client))).toMatchObject({ message: 'success' });
  expect(at).toHaveLength(2);
});

test.for([400, 401, 403, 404, 409, 410, 422, 501, 505])(
  'a response with status %d is not retried',
  async (status) => {
    const { client, at } = clientThatGets(() => failure(status));
    expect(await outcome(callAny(client))).toMatchObject({ status, attempts: 1 });
    expect(at).toHaveLength(1);
  },
);

test.for([
  ['truncated JSON', () => new Response('{"message": "succ')],
  ['a page of a proxy', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
  ['an empty body', () => new Response('')],
] as const)(
  'a response with %s is retried, since another attempt may return the whole body',
  async ([_, answer]) => {
    const { client, at } = clientThatGets(answer, () => success());
    expect(await outcome(callAny(client))).toMatchObject({ message: 'success' });
    expect(at).toHaveLength(2);
  },
);

test('a response that breaks the contract is not retried', async () => {
  const { client, at } = clientThatGets(() => Response.json({ message: 'success' }));
  await outcome(callAny(client));
  expect(at).toHaveLength(1);
});

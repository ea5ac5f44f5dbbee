import { afterEach, expect, test, vi } from 'vitest';
import * as client from '../src/index.ts';
import { callAny, name, target } from './any-call.ts';
import { clientThatGets, failure, never, now, onFakeClock, outcome } from './fake-clock.ts';

onFakeClock();
afterEach(() => void vi.restoreAllMocks());

/** The message of an error without the request that it begins with. */
async function messageOf(
  answer: Parameters<typeof clientThatGets>[0],
  options: client.CallOptions = { maxRetries: 0 },
): Promise<string> {
  const error = await outcome(callAny(clientThatGets(answer).client, options));
  if (!(error instanceof client.SessionSeriesError)) return String(error);
  expect(error.stack?.split(error.message)).toHaveLength(2);
  expect(error.stack?.split('not retried').length).toBeLessThanOrEqual(2);
  return `${error.name}: ${error.message.replace(`GET http://127.0.0.1:1${target}: `, '')}`;
}

test('every message says what happened and why the call is not retried', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const rejects = (error: unknown) => () => Promise.reject(error);
  const messages = {
    'an error of the server': await messageOf(() =>
      Response.json({ message: 'No', errors: ['Why'] }, { status: 400 }),
    ),
    'an error with an object as its message': await messageOf(() =>
      Response.json({ message: { a: 1 } }, { status: 400 }),
    ),
    'an error with an empty message': await messageOf(() =>
      Response.json({ message: '', title: 'Teapot' }, { status: 418 }),
    ),
    'an error without a body': await messageOf(
      () => new Response('', { status: 404, statusText: 'Not Found' }),
    ),
    'an error without a body and a status text': await messageOf(() => new Response('', { status: 502 })),
    'a wrong key': await messageOf(() => Response.json({ message: 'Invalid API key' }, { status: 401 })),
    'no connection': await messageOf(
      rejects(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) })),
    ),
    'a body that breaks off': await messageOf(
      () => new Response(new ReadableStream({ pull: (stream) => stream.error(new TypeError('terminated')) })),
    ),
    'a body that ends with a text': await messageOf(
      () => new Response(new ReadableStream({ pull: (stream) => stream.error('cut off') })),
    ),
    'an empty body': await messageOf(() => new Response('')),
    'a page': await messageOf(() => new Response('<html>', { headers: { 'content-type': 'text/html' } })),
    'a redirect': await messageOf(
      () => new Response(null, { status: 307, headers: { location: 'https://a.example/' } }),
    ),
    'a status without a body': await messageOf(() => new Response(null, { status: 304 })),
    'a redirect in a browser': await messageOf(() => Response.error()),
    'a mismatch': await messageOf(() =>
      Response.json({ message: 'success', data: [{ time: '2026-01-01', sessions: -1 }] }),
    ),
    'an infinite count': await messageOf(
      () => new Response('{"message":"success","data":[{"time":"2026-01-01","sessions":1e400}]}'),
    ),
    'a long Retry-After': await messageOf(() => failure(429, { 'retry-after': '90' }), {}),
    'a reset beyond totalTimeout': await messageOf(() => failure(429, { 'retry-after': '50' }), {
      totalTimeout: 40_000,
    }),
    'the limit of an attempt': await messageOf(never, { maxRetries: 0, timeout: 1_500 }),
    'the limit of a call': await messageOf(never, { totalTimeout: 2_345 }),
  };
  expect(messages).toMatchInlineSnapshot(`
    {
      "a body that breaks off": "NetworkError: the body ended early: terminated",
      "a body that ends with a text": "NetworkError: the body ended early: cut off",
      "a long Retry-After": "RateLimitError: 429 No.; not retried: a delay of 90 s does not fit into maxRetryDelay (60 s)",
      "a mismatch": "InvalidResponseError: response does not match the contract: body/data/0/sessions must be >= 0",
      "a page": "InvalidResponseError: 200 with a body that is not JSON (text/html); expected JSON",
      "a redirect": "InvalidResponseError: 307 redirects to https://a.example/, which is not followed; expected 200",
      "a redirect in a browser": "InvalidResponseError: a redirect is not in the contract; expected 200",
      "a reset beyond totalTimeout": "RateLimitError: 429 No.; not retried: a delay of 50 s does not fit into totalTimeout (40 s)",
      "a status without a body": "InvalidResponseError: 304 is not in the contract; expected 200",
      "a wrong key": "AuthenticationError: 401 Invalid API key; is it the key of another instance?",
      "an empty body": "InvalidResponseError: 200 with an empty body; expected JSON",
      "an error of the server": "BadRequestError: 400 No; Why",
      "an error with an empty message": "BadRequestError: 418 Teapot",
      "an error with an object as its message": "BadRequestError: 400 {"a":1}",
      "an error without a body": "NotFoundError: 404 Not Found",
      "an error without a body and a status text": "ServerError: 502 without a message",
      "an infinite count": "InvalidResponseError: response does not match the contract: body/data/0/sessions must be integer",
      "no connection": "NetworkError: no response: fetch failed: ENOTFOUND",
      "the limit of a call": "TimeoutError: no response within totalTimeout (2.35 s)",
      "the limit of an attempt": "TimeoutError: no response within timeout (1.5 s)",
    }
  `);
});

test('toJSON of an error has everything except stack and cause', async () => {
  const reset = {
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': `${now / 1000 + 90}`,
  };
  const { client: limited } = clientThatGets(() => failure(429, { ...reset, 'x-request-id': 'a1' }));
  const error = await outcome(callAny(limited));
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'RateLimitError',
    message: `GET http://127.0.0.1:1${target}: 429 No.; not retried: a delay of 90 s does not fit into maxRetryDelay (60 s)`,
    attempts: 1,
    request: {
      operation: name,
      method: 'GET',
      url: `http://127.0.0.1:1${target}`,
    },
    status: 429,
    detail: 'No.',
    errors: [],
    body: '{"message":"No."}',
    headers: { 'content-type': 'application/json', 'x-request-id': 'a1', ...reset },
    rateLimit: { limit: 5, remaining: 0, reset: '2026-01-05T00:01:30.000Z' },
    requestId: 'a1',
    retryAfter: '2026-01-05T00:01:30.000Z',
  });
});

import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import {
  AuthenticationError,
  BadRequestError,
  createClient,
  InvalidResponseError,
  NetworkError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
} from '../../src/index.ts';
import { clientThatGets, point, rateLimitHeaders } from './answered-client.ts';

test.for([
  [400, BadRequestError],
  [401, AuthenticationError],
  [403, PermissionDeniedError],
  [404, NotFoundError],
  [429, RateLimitError],
  [500, ServerError],
  [503, ServerError],
] as const)('status %d rejects with its own class of error', async ([status, ErrorClass]) => {
  const { client } = clientThatGets(() =>
    Response.json({ message: 'No.', errors: ['Why.'] }, { status, headers: rateLimitHeaders }),
  );
  const error = await client.getSessionsDataSeries({ length: 1 }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ErrorClass);
  expect(error).toMatchObject({ status, detail: 'No.', errors: ['Why.'], rateLimit: { limit: 250_000 } });
  expect(String(error)).toContain('GET https://rest.fra-01.braze.eu/sessions/data_series?length=1');
  expect(inspect(error, { depth: 9 })).not.toContain('canary-key');
});

test('a body that is not JSON is an InvalidResponseError, a failed connection a NetworkError', async () => {
  const html = clientThatGets(() => new Response('<html>', { headers: { 'content-type': 'text/html' } }));
  await expect(html.client.getSessionsDataSeries({ length: 1 })).rejects.toThrow(InvalidResponseError);
  const cut = clientThatGets(new TypeError('fetch failed'));
  await expect(cut.client.getSessionsDataSeries({ length: 1 })).rejects.toThrow(NetworkError);
});

test('a 401 asks whether the key is that of another instance', async () => {
  const { client } = clientThatGets(() => Response.json({ message: 'Invalid API key' }, { status: 401 }));
  await expect(client.getSessionsDataSeries({ length: 1 })).rejects.toThrow(
    '401 Invalid API key; is it the key of another instance?',
  );
});

test.for([
  [
    '302 redirects to https://elsewhere.example/, which is not followed',
    () => new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/' } }),
  ],
  [
    'does not match the contract: body/data/1/time must match pattern',
    () => Response.json({ message: 'success', data: [point, { time: 'hier', sessions: 3 }] }),
  ],
  ['body/data/0 must be object', () => Response.json({ message: 'success', data: [null] })],
  ['body/data must be array', () => Response.json({ message: 'success', data: null })],
  ['body must have the property "message"', () => Response.json({ data: [] })],
  ['the contract: body must be object', () => Response.json(null)],
  ['body/errors must be array', () => Response.json({ message: 'success', data: [], errors: 'none' })],
  ['200 with an empty body', () => new Response('')],
  ['200 with a body that is not JSON', () => new Response('{"message": "succ')],
  [
    'a body that is not JSON (text/html; charset=utf-8)',
    () => new Response('<html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  ],
  ['206 is not in the contract; expected 200', () => Response.json({}, { status: 206 })],
] as const)('a response that the contract does not describe is refused: %s', async ([message, answer]) => {
  const { client } = clientThatGets(answer);
  const error = await client.getSessionsDataSeries({ length: 2 }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(String(error)).toContain(message);
});

test('a response is not checked with validate: false, as long as it is JSON', async () => {
  const client = createClient({
    instance: 'EU-01',
    apiKey: 'canary-key',
    validate: false,
    fetch: async () => Response.json({ data: 'unchecked' }),
  });
  expect(await client.getSessionsDataSeries({ length: 1 })).toMatchObject({ data: 'unchecked' });
});

test('an error has the request id if the server sent one', async () => {
  const { client } = clientThatGets(
    () => new Response('<html>', { status: 404, statusText: 'Not Found', headers: { 'x-request-id': 'a1' } }),
  );
  const error = await client.getSessionsDataSeries({ length: 1 }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'NotFoundError', detail: 'Not Found', errors: [], requestId: 'a1' });
});

import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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

const rateLimitHeaders = {
  'x-request-id': 'a1',
  'x-ratelimit-limit': '250000',
  'x-ratelimit-remaining': '249999',
  'x-ratelimit-reset': '1530248400',
};

function clientThatGets(answer: (() => Response) | Error) {
  const requests: { url: string; headers: Record<string, string> }[] = [];
  const client = createClient({
    instance: 'EU-01',
    apiKey: 'canary-key',
    maxRetries: 0,
    fetch: async (url, { headers }) => {
      requests.push({ url, headers });
      if (answer instanceof Error) throw answer;
      return answer();
    },
  });
  return { client, requests };
}

const point = { time: '2018-06-28', sessions: 3 };
const success = () => Response.json({ message: 'success', data: [point] }, { headers: rateLimitHeaders });

describe('one call', () => {
  test('a call goes to the chosen instance, with the key and the parameters of the contract', async () => {
    const { client, requests } = clientThatGets(success);
    await client.getSessionsDataSeries({
      length: 14,
      unit: 'hour',
      ending_at: '2018-06-28T23:59:59+02:00',
      app_id: 'a b&c',
    });
    const [request] = requests;
    const url = new URL(request?.url ?? '');
    expect(url.origin + url.pathname).toBe('https://rest.fra-01.braze.eu/sessions/data_series');
    expect(url.search).toContain('ending_at=2018-06-28T23%3A59%3A59%2B02%3A00');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      length: '14',
      unit: 'hour',
      ending_at: '2018-06-28T23:59:59+02:00',
      app_id: 'a b&c',
    });
    expect(request?.headers['authorization']).toBe('Bearer canary-key');
  });

  test('a call returns the body of the response, typed by the contract', async () => {
    const { client } = clientThatGets(success);
    expect(await client.getSessionsDataSeries({ length: 1 })).toEqual({
      message: 'success',
      data: [{ time: '2018-06-28', sessions: 3 }],
    });
  });

  test('a call sends a Date in UTC', async () => {
    const { client, requests } = clientThatGets(success);
    await client.getSessionsDataSeries({ length: 1, ending_at: new Date('2018-06-28T12:00:00Z') });
    expect(new URL(requests[0]?.url ?? '').searchParams.get('ending_at')).toBe('2018-06-28T12:00:00.000Z');
  });
});

describe('the request of a call', () => {
  const platform = vi.fn<typeof fetch>(async () => success());
  beforeEach(() => vi.stubGlobal('fetch', platform.mockClear()));
  afterEach(() => vi.unstubAllGlobals());
  const options = { baseUrl: 'https://proxy.example/braze/', apiKey: 'canary-key' };

  test('a call passes one request to the platform’s fetch, with the key, the signal, and no redirects', async () => {
    await createClient(options).getSessionsDataSeries({ length: 1 });
    const [url, init] = platform.mock.lastCall ?? [];
    expect(url).toBe('https://proxy.example/braze/sessions/data_series?length=1');
    expect(new Headers(init?.headers).get('authorization')).toBe('Bearer canary-key');
    expect(init).toMatchObject({ method: 'GET', redirect: 'manual', signal: expect.any(AbortSignal) });
  });

  test.for([
    ['a query and a fragment', 'https://proxy.example/braze?tenant=1#top'],
    ['a name and a password', 'https://me:canary@proxy.example/braze'],
  ])('requests and errors leave out %s of a base URL', async ([_, baseUrl = '']) => {
    platform.mockResolvedValueOnce(Response.json({ message: 'No' }, { status: 400 }));
    const call = createClient({ ...options, baseUrl }).getSessionsDataSeries({ length: 1 });
    const url = 'https://proxy.example/braze/sessions/data_series?length=1';
    await expect(call).rejects.toMatchObject({ message: `GET ${url}: 400 No`, request: { url } });
    expect(platform.mock.lastCall?.[0]).toBe(url);
  });
});

test('withResponse returns status, headers, rate limit and request id with the body', async () => {
  const { client } = clientThatGets(success);
  const call = client.getSessionsDataSeries({ length: 1 });
  const { body, status, rateLimit, requestId, request, response } = await call.withResponse();
  expect(body).toBe(await call);
  expect(status).toBe(200);
  expect(rateLimit).toEqual({ limit: 250_000, remaining: 249_999, reset: new Date('2018-06-29T05:00:00Z') });
  expect(requestId).toBe('a1');
  expect(request).toEqual({
    operation: 'getSessionsDataSeries',
    method: 'GET',
    url: 'https://rest.fra-01.braze.eu/sessions/data_series?length=1',
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('x-ratelimit-limit')).toBe('250000');
});

test('a failed call rejects once, whichever of its promises is awaited', async () => {
  const { client } = clientThatGets(() => new Response('', { status: 403 }));
  await expect(client.getSessionsDataSeries({ length: 1 }).withResponse()).rejects.toThrow(
    PermissionDeniedError,
  );
});

describe('errors', () => {
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
      () =>
        new Response('<html>', { status: 404, statusText: 'Not Found', headers: { 'x-request-id': 'a1' } }),
    );
    const error = await client.getSessionsDataSeries({ length: 1 }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'NotFoundError', detail: 'Not Found', errors: [], requestId: 'a1' });
  });
});

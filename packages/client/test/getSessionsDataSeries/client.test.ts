import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient, PermissionDeniedError } from '../../src/index.ts';
import { clientThatGets, success } from './answered-client.ts';

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

import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  BadRequestError,
  createClient,
  ForbiddenError,
  InvalidResponseError,
  NetworkError,
  NotFoundError,
  RateLimitedError,
  ServerError,
  UnauthorizedError,
} from '../src/index.ts';

const rateLimitHeaders = {
  'x-ratelimit-limit': '250000',
  'x-ratelimit-remaining': '249999',
  'x-ratelimit-reset': '1530248400',
};

function clientThatGets(answer: (() => Response) | Error) {
  const requests: Request[] = [];
  const client = createClient({
    instance: 'EU-01',
    apiKey: 'canary-key',
    retries: 0,
    fetch: async (request) => {
      requests.push(request);
      if (answer instanceof Error) throw answer;
      return answer();
    },
  });
  return { client, requests };
}

const success = () =>
  Response.json(
    { message: 'success', data: [{ time: '2018-06-28', sessions: 3 }] },
    { headers: rateLimitHeaders },
  );

describe('one call', () => {
  test('asks the chosen instance, with the key and the parameters as the contract names them', async () => {
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
    expect(request?.headers.get('authorization')).toBe('Bearer canary-key');
  });

  test('gives the series with the state of the rate limit', async () => {
    const { client } = clientThatGets(success);
    expect(await client.getSessionsDataSeries({ length: 1 })).toEqual({
      message: 'success',
      data: [{ time: '2018-06-28', sessions: 3 }],
      rateLimit: { limit: 250_000, remaining: 249_999, reset: new Date('2018-06-29T05:00:00Z') },
    });
  });

  test('writes a Date as UTC', async () => {
    const { client, requests } = clientThatGets(success);
    await client.getSessionsDataSeries({ length: 1, ending_at: new Date('2018-06-28T12:00:00Z') });
    expect(new URL(requests[0]?.url ?? '').searchParams.get('ending_at')).toBe('2018-06-28T12:00:00.000Z');
  });
});

describe('errors', () => {
  test.for([
    [400, BadRequestError],
    [401, UnauthorizedError],
    [403, ForbiddenError],
    [404, NotFoundError],
    [429, RateLimitedError],
    [500, ServerError],
    [503, ServerError],
  ] as const)('%d has a class of its own', async ([status, ErrorClass]) => {
    const { client } = clientThatGets(() =>
      Response.json({ message: 'No.', errors: ['Why.'] }, { status, headers: rateLimitHeaders }),
    );
    const error = await client.getSessionsDataSeries({ length: 1 }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ErrorClass);
    expect(error).toMatchObject({ status, detail: 'No.', errors: ['Why.'], rateLimit: { limit: 250_000 } });
    expect(String(error)).toContain('GET https://rest.fra-01.braze.eu/sessions/data_series?length=1');
    expect(inspect(error, { depth: 9 })).not.toContain('canary-key');
  });

  test('a page that is not JSON is an invalid response, a failed connection a network error', async () => {
    const html = clientThatGets(() => new Response('<html>', { headers: { 'content-type': 'text/html' } }));
    await expect(html.client.getSessionsDataSeries({ length: 1 })).rejects.toThrow(InvalidResponseError);
    const cut = clientThatGets(new TypeError('fetch failed'));
    await expect(cut.client.getSessionsDataSeries({ length: 1 })).rejects.toThrow(NetworkError);
  });

  test('the 401 says that a wrong instance looks like this', async () => {
    const { client } = clientThatGets(() => Response.json({ message: 'Invalid API key' }, { status: 401 }));
    await expect(client.getSessionsDataSeries({ length: 1 })).rejects.toThrow(/wrong instance/);
  });
});

describe('what a client refuses', () => {
  test('an unknown instance, no target, plain http to another machine, an empty key', () => {
    // @ts-expect-error no such instance in the contract
    expect(() => createClient({ instance: 'US-09', apiKey: 'k' })).toThrow(/Unknown instance "US-09"/);
    // @ts-expect-error there is no default
    expect(() => createClient({ apiKey: 'k' })).toThrow(/Choose where/);
    expect(() => createClient({ baseUrl: 'http://example.org', apiKey: 'k' })).toThrow(/https only/);
    expect(() => createClient({ baseUrl: 'http://127.0.0.1:4010', apiKey: '' })).toThrow(/apiKey/);
  });

  test('queries that the contract does not know, at compile time', () => {
    const { client } = clientThatGets(success);
    const neverCalled = () => {
      // @ts-expect-error the unit is not translated
      client.getSessionsDataSeries({ length: 14, unit: 'jour' });
      // @ts-expect-error nor is the parameter
      client.getSessionsDataSeries({ longueur: 14 });
      // @ts-expect-error not even beside a good one
      client.getSessionsDataSeries({ length: 14, unité: 'day' });
      // @ts-expect-error length is required
      client.getSessionsDataSeries({ unit: 'day' });
    };
    expect(neverCalled).toBeTypeOf('function');
  });

  test('to show its key', () => {
    const { client } = clientThatGets(success);
    expect(inspect(client, { depth: 9, showHidden: true }) + JSON.stringify(client)).not.toContain(
      'canary-key',
    );
  });
});

import { inspect } from 'node:util';
import { afterEach, describe, expect, expectTypeOf, test, vi } from 'vitest';
import { createClient, type FetchInit, type SessionSeriesError } from '../../src/index.ts';
import { logHooks } from '../../src/log.ts';
import { createRawClient } from '../../src/raw.ts';

const apiKey = 'canary-key';
const baseUrl = 'https://back-end.example';
const success = async () => Response.json({ message: 'success', data: [] });

afterEach(() => void vi.unstubAllGlobals());

describe('a client is refused', () => {
  test('a client is refused for an unknown instance, and without a target', () => {
    // @ts-expect-error no such instance in the contract
    expect(() => createClient({ instance: 'US-09', apiKey })).toThrow(
      /^instance: expected one of US-01, .*KR-01, or baseUrl in its place, got US-09$/,
    );
    // @ts-expect-error there is no default
    expect(() => createClient({ apiKey })).toThrow(
      /^instance: expected one of US-01, .*, or baseUrl in its place, got undefined$/,
    );
    // @ts-expect-error only one of them can be meant
    const both = () => createClient({ instance: 'US-01', baseUrl, apiKey });
    expect(both).toThrow(/or baseUrl in its place, got US-01$/);
  });

  test.for([
    'http://example.org',
    'http://127.0.0.1.example.org',
    'http://localhost.example.org',
    'http://localhost:4010@example.org',
  ])('a client is refused for plain http to another machine: %s', (url) => {
    expect(() => createClient({ baseUrl: url, apiKey })).toThrow(
      /Refusing to send an API key to .* without https/,
    );
  });

  test.for(['ftp://127.0.0.1', 'file:///tmp', 'example.org', ''])(
    'a client is refused for a base URL that is not http or https: %j',
    (url) => {
      const options = { baseUrl: url, apiKey, allowInsecure: true };
      expect(() => createClient(options)).toThrow(`baseUrl: expected a URL with https, got "${url}"`);
    },
  );

  test.for(['https://example.org/api/', 'http://127.0.0.1:4010', 'http://localhost', 'http://[::1]:4010'])(
    'a client is allowed for %s',
    (url) => void createClient({ baseUrl: url, apiKey }),
  );

  test.for(['', '"quoted"', 'two words', 'two\nlines', 'clé'])(
    'a client is refused for an invalid key: %j',
    (key) => {
      let message = '';
      try {
        createClient({ baseUrl, apiKey: key });
      } catch (error) {
        message = String(error);
      }
      expect(message).toMatch(
        /^TypeError: apiKey: expected ASCII without spaces and quotes .*, got (""|String)$/,
      );
      if (key) expect(message).not.toContain(key);
    },
  );

  test('a client is refused for a key from an environment variable that is not set', () => {
    // As in JavaScript, where no type prevents it.
    const options = JSON.parse('{ "instance": "EU-01" }');
    expect(() => createClient(options)).toThrow(/^apiKey: expected .*, got Undefined$/);
  });

  test('a client is refused in a page or a worker of a browser, unless it is allowed', () => {
    vi.stubGlobal('indexedDB', {});
    // No browser has this, and Node.js may have indexedDB from a package for tests.
    vi.stubGlobal('process', { ...process, versions: {} });
    expect(() => createClient({ baseUrl, apiKey })).toThrow(/from a browser/);
    expect(() => createRawClient({ baseUrl, apiKey })).toThrow(/from a browser/);
    createClient({ baseUrl, apiKey, dangerouslyAllowBrowser: true });
  });

  test('Node.js with indexedDB of a package for tests is not a browser', () => {
    vi.stubGlobal('indexedDB', {});
    expect(() => createClient({ baseUrl, apiKey })).not.toThrow();
  });
});

describe('a query is refused', () => {
  const client = createClient({ baseUrl, apiKey, fetch: success });

  test('an unknown parameter is refused at run time', async () => {
    // As in JavaScript, where no type prevents it.
    const query = JSON.parse('{ "length": 14, "unité": "jour" }');
    await expect(client.getSessionsDataSeries(query)).rejects.toThrow(
      /^getSessionsDataSeries: unknown name "unité"; expected length, unit, ending_at, app_id, segment_id$/,
    );
  });

  test('unknown names and values do not compile', () => {
    const neverCalled = () => {
      // @ts-expect-error the unit is not translated
      client.getSessionsDataSeries({ length: 14, unit: 'jour' });
      // @ts-expect-error nor is the parameter
      client.getSessionsDataSeries({ longueur: 14 });
      // @ts-expect-error not even next to a good one
      client.getSessionsDataSeries({ length: 14, unité: 'day' });
      // @ts-expect-error length is required
      client.getSessionsDataSeries({ unit: 'day' });
      // @ts-expect-error and a number
      client.getSessionsDataSeries({ length: '14' });
      // @ts-expect-error a number of milliseconds is not an instant
      client.getSessionsDataSeries({ length: 14, ending_at: 1_530_248_400_000 });
      // @ts-expect-error no such option
      client.getSessionsDataSeries({ length: 14 }, { retrys: 1 });
    };
    expect(neverCalled).toBeTypeOf('function');
  });
});

test('the result of a call has the type of the contract', () => {
  const client = createClient({ baseUrl, apiKey });
  type Series = Awaited<ReturnType<typeof client.getSessionsDataSeries>>;
  expectTypeOf<Series['message']>().toEqualTypeOf<string>();
  expectTypeOf<Series['data']>().toEqualTypeOf<{ time: string; sessions: number }[]>();
  expectTypeOf<SessionSeriesError['name']>().toEqualTypeOf<
    | 'BadRequestError'
    | 'AuthenticationError'
    | 'PermissionDeniedError'
    | 'NotFoundError'
    | 'RateLimitError'
    | 'ServerError'
    | 'NetworkError'
    | 'TimeoutError'
    | 'InvalidResponseError'
  >();
});

describe('the key is never shown', () => {
  test('an inspected client does not show the key', () => {
    const client = createClient({ baseUrl, apiKey, fetch: success });
    const shown = inspect(client, { depth: 9, showHidden: true }) + JSON.stringify(client) + String(client);
    expect(shown).not.toContain(apiKey);
  });

  test.for([
    ['of the network', async () => Promise.reject(new TypeError('fetch failed'))],
    ['of the server', async () => Response.json({ message: 'No.' }, { status: 500 })],
    ['of the answer', async () => new Response('<html>')],
    [
      'of a server that repeats what it was sent',
      async (_url: string, { headers }: FetchInit) => {
        const sent = headers['authorization'];
        return Response.json({ message: `No such key: ${sent}`, errors: [sent] }, { status: 401 });
      },
    ],
  ] as const)('neither an error %s nor the log shows the key', async ([_, fetch]) => {
    const heard: string[] = [];
    const logger = { warn: (message: string) => heard.push(message) };
    const limits = { initialRetryDelay: 0, maxRetries: 1 };
    const client = createClient({ baseUrl, apiKey, fetch, ...limits, ...logHooks(logger) });
    const error = await client.getSessionsDataSeries({ length: 1 }).catch((thrown: unknown) => thrown);
    const shown = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error) + heard.join();
    expect(shown).toContain(baseUrl);
    expect(shown).not.toContain(apiKey);
  });
});

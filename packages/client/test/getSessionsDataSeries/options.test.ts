import { describe, expect, test } from 'vitest';
import { type ClientOptions, createClient } from '../../src/index.ts';
import { clientThatGets, failure, onFakeClock, outcome, success } from '../fake-clock.ts';

onFakeClock();

const base = { baseUrl: 'http://127.0.0.1:1', apiKey: 'any' };
const query = { length: 1 };

describe('an option is refused by name', () => {
  test.for([
    [{ maxRetries: Number.NaN }, 'maxRetries: expected a number of at least 0, got NaN'],
    [{ maxRetries: -1 }, 'maxRetries: expected a number of at least 0, got -1'],
    [{ timeout: 0 }, 'timeout: expected a number of at least 1, got 0'],
    [{ timeout: 0.5 }, 'timeout: expected a number of at least 1, got 0.5'],
    [{ totalTimeout: 0.99 }, 'totalTimeout: expected a number of at least 1, got 0.99'],
    [{ totalTimeout: Number.NaN }, 'totalTimeout: expected a number of at least 1, got NaN'],
    [{ initialRetryDelay: -5 }, 'initialRetryDelay: expected a number of at least 0, got -5'],
    [{ maxRetryDelay: '60' }, 'maxRetryDelay: expected a number of at least 0, got String'],
    [{ maxConcurrency: 0 }, 'maxConcurrency: expected a number of at least 1, got 0'],
    [{ validate: 'yes' }, 'validate: expected boolean, got String'],
    [{ fetch: {} }, 'fetch: expected function, got Object'],
    [{ headers: null }, 'headers: expected object, got Null'],
    [{ headers: { 'a b': 'x' } }, /invalid header name/i],
    [{ headers: { a: 'x\ny' } }, /invalid header value/i],
    [{ userAgent: 'x\ny' }, /invalid header value/i],
    [{ headers: [['a', '日本']] }, /greater than 255/],
    [{ throttle: true }, 'throttle: expected function, got Boolean'],
    [{ credentials: { oauth: 'x' } }, 'credentials: unknown name "oauth"; expected '],
    [{ credentials: { restApiKey: 'x' } }, 'credentials: unknown name "restApiKey"; expected '],
    [{ credentials: { apiKey: 'x' } }, 'credentials: unknown name "apiKey"; expected '],
    [
      { apiKey: null },
      'apiKey: expected ASCII without spaces and quotes (is the environment variable set?), got Null',
    ],
    [
      { apiKey: 7 },
      'apiKey: expected ASCII without spaces and quotes (is the environment variable set?), got 7',
    ],
    [
      { parameters: { appId: 'x' } },
      'parameters: unknown name "appId"; expected length, unit, ending_at, app_id, segment_id',
    ],
  ] as const)('the option %j of a client is refused by name', ([option, message]) => {
    const options = { ...base, ...option } as unknown as ClientOptions;
    expect(() => createClient(options)).toThrow(TypeError);
    expect(() => createClient(options)).toThrow(message);
  });

  test.for([
    [undefined, 'got Undefined'],
    [null, 'got Null'],
    ['a-key', 'got String'],
    [[], 'got Array'],
  ])('options that are not an object are refused: %j', ([options, message]) => {
    expect(() => createClient(options as unknown as ClientOptions)).toThrow(
      `options: expected an object, ${message}`,
    );
  });

  test('an unknown option of a client, and of a call, is refused by name', async () => {
    const misspelt = { ...base, retries: 3 } as ClientOptions;
    expect(() => createClient(misspelt)).toThrow(/^options: unknown name "retries"; expected maxRetries, /);
    const call = createClient(base).getSessionsDataSeries(query, JSON.parse('{ "apiKey": "other" }'));
    await expect(call).rejects.toThrow(/^options: unknown name "apiKey"; expected maxRetries, /);
  });

  test('an invalid option of a call is refused', async () => {
    const call = createClient(base).getSessionsDataSeries(query, { timeout: 0 });
    await expect(call).rejects.toThrow('timeout: expected a number of at least 1, got 0');
    const aborted = createClient(base).getSessionsDataSeries(query, JSON.parse('{ "signal": {} }'));
    await expect(aborted).rejects.toThrow('signal: expected AbortSignal, got Object');
    const listed = createClient(base).getSessionsDataSeries(query, JSON.parse('["fast"]'));
    await expect(listed).rejects.toThrow('options: expected an object, got Array');
  });
});

test('undefined in the options of a call overrides nothing', async () => {
  const { client, at } = clientThatGets(() => failure(503));
  const patient = client.with({ maxRetries: 1 });
  await outcome(patient.getSessionsDataSeries(query, { maxRetries: undefined, timeout: undefined }));
  expect(at).toHaveLength(2);
});

test('undefined for a parameter uses the default of the client', async () => {
  const urls: string[] = [];
  const client = createClient({
    ...base,
    parameters: { app_id: 'app-ios' },
    fetch: async (url) => {
      urls.push(new URL(url).search);
      return success();
    },
  });
  await client.getSessionsDataSeries(query);
  await client.getSessionsDataSeries({ ...query, app_id: 'app-web' });
  await client.getSessionsDataSeries(JSON.parse('{ "length": 1 }'));
  expect(urls).toEqual(['?length=1&app_id=app-ios', '?length=1&app_id=app-web', '?length=1&app_id=app-ios']);
});

describe('a derived client', () => {
  test('a derived client has the options of its origin, overridden by its own', async () => {
    const { client, at } = clientThatGets(() => failure(503));
    await outcome(client.with({ maxRetries: 2 }).with({ timeout: 5 }).getSessionsDataSeries(query));
    expect(at).toHaveLength(3);
    await outcome(client.with({ maxRetries: 0 }).getSessionsDataSeries(query));
    expect(at).toHaveLength(4);
  });

  test('a derived client may have another target', () => {
    const client = createClient({ ...base, baseUrl: 'https://proxy.example/' });
    expect(client.baseUrl).toBe('https://proxy.example');
    expect(client.with({ instance: 'EU-01' }).baseUrl).toBe('https://rest.fra-01.braze.eu');
  });
});

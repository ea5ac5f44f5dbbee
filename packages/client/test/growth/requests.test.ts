import { describe, expect, test } from 'vitest';
import { AuthenticationError, type ClientOptions } from '../../src/index.ts';
import { growthClient } from './growth-client.ts';

const { start } = await growthClient('requests');

describe('parameters arrive as the contract reads them', () => {
  test('a call sends arrays exploded, joined by commas and by bars, an object, a header and a cookie', async () => {
    const { call, last } = start();
    const query = {
      features: ['power', 'water'],
      states: ['free', 'reserved'],
      numbers: [3, 14],
      size: { min_length: 8, max_length: 20 },
      'sort-by': 'length',
      class: 'B',
    };
    const id = '0d9a1f2e-5a0b-4c77-9f65-7d1b8c2f4a11';
    await call('listBerths', { query, headers: { 'X-Request-Id': id }, cookies: { view: 'full' } });
    expect(last()).toMatchObject({ query, headers: { 'x-request-id': id }, cookies: { view: 'full' } });
  });

  test('a call sends arrays in the path, and a parameter with JSON content', async () => {
    const { call, last } = start();
    await call('getForecasts', {
      path: { stations: ['LRK', 'ISL'] },
      query: { window: { from: 0, hours: 6 } },
    });
    expect(last()).toMatchObject({
      path: { stations: ['LRK', 'ISL'] },
      query: { window: { from: 0, hours: 6 } },
    });
  });

  test('characters of a path parameter that would change the path are escaped', async () => {
    const { call, last } = start();
    await call('getVessel', { path: { vessel_id: 'a/b?c#d%é' } });
    expect(last()).toMatchObject({ operation: 'getVessel', path: { vessel_id: 'a/b?c#d%é' } });
  });

  test.for(['', '.', '..'])(
    'a path parameter that would lead to another path is refused: "%s"',
    async (vessel_id) => {
      const { call, received } = start();
      await expect(call('getVessel', { path: { vessel_id } })).rejects.toThrow(
        /path parameter "vessel_id" must not be/,
      );
      expect(received).toEqual([]);
    },
  );
});

describe('an operation with its own servers', () => {
  const given = { path: { stations: ['LRK'] } };
  const urlOf = async (target: object) => {
    const urls: string[] = [];
    const fetch = async (url: string) => {
      urls.push(url);
      return Response.json({ LRK: [1] });
    };
    const { call } = start({ baseUrl: undefined, fetch, ...target } as Partial<ClientOptions>);
    await call('getForecasts', given);
    return urls[0];
  };

  test('a client of an instance calls an operation with its own servers there, with the defaults of their variables', async () => {
    expect(await urlOf({ instance: 'EU-01' })).toBe('https://weather.larkhaven.example/fast/forecasts/LRK');
  });

  test('a client with a baseUrl calls an operation with its own servers at baseUrl, so that a mock or a proxy gets every request', async () => {
    expect(await urlOf({ baseUrl: 'http://127.0.0.1:1/v1' })).toBe('http://127.0.0.1:1/v1/forecasts/LRK');
  });
});

test('null is sent as an empty value if the parameter allows it, and refused otherwise', async () => {
  const { call, last } = start();
  await call('listBerths', { query: { class: null } });
  expect(last()?.query).not.toHaveProperty('class');
  await expect(call('listBerths', { query: { features: null } })).rejects.toThrow(
    'listBerths: the query parameter "features": expected a value, got Null',
  );
});

describe('credentials by the security of each operation', () => {
  test('an operation with the default scheme sends the key in its header', async () => {
    const { call, last } = start();
    await call('listBerths');
    expect(last()?.headers).toMatchObject({ 'x-harbor-key': 'harbor-key' });
    expect(last()?.headers['authorization']).toBe(undefined);
  });

  test('an operation with another scheme sends only its token', async () => {
    const { call, last } = start();
    await call('createBerth', { body: { number: 41, length: 9 } });
    expect(last()?.headers).toMatchObject({ authorization: 'Bearer staff-token' });
    expect(last()?.headers['x-harbor-key']).toBe(undefined);
  });

  test('an operation without security sends no credentials', async () => {
    const { call, last } = start();
    await call('getStatus');
    expect(last()?.headers).not.toHaveProperty('x-harbor-key');
    expect(last()?.headers).not.toHaveProperty('authorization');
  });

  test('a missing credential is named before anything is sent', async () => {
    const { call, received } = start({ credentials: {} });
    await expect(call('createBerth', { body: { number: 41, length: 9 } })).rejects.toThrow(
      'createBerth needs a credential for harborStaff; pass it in the option credentials',
    );
    expect(received).toEqual([]);
  });

  test('a wrong credential is an AuthenticationError', async () => {
    const { call } = start(
      {},
      { listBerths: () => Response.json({ title: 'Unknown key', status: 401 }, { status: 401 }) },
    );
    await expect(call('listBerths')).rejects.toThrow(AuthenticationError);
  });
});

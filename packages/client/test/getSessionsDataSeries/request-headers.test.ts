import { describe, expect, test } from 'vitest';
import { createClient } from '../../src/index.ts';
import { failure, onFakeClock, outcome, success } from '../fake-clock.ts';

onFakeClock();

const base = { baseUrl: 'http://127.0.0.1:1', apiKey: 'any' };
const query = { length: 1 };

describe('the key', () => {
  test('the key may be a function, which is called before each attempt', async () => {
    const sent: (string | undefined)[] = [];
    const keys = ['first', 'second'];
    const client = createClient({
      ...base,
      apiKey: async () => keys.shift() ?? '',
      fetch: async (_url, { headers }) => {
        sent.push(headers['authorization']);
        return sent.length === 1 ? failure(503) : success();
      },
    });
    expect(keys).toHaveLength(2);
    await outcome(client.getSessionsDataSeries(query));
    expect(sent).toEqual(['Bearer first', 'Bearer second']);
  });

  test('a key function is only called for requests, so that a build without a key succeeds', async () => {
    const client = createClient({ ...base, apiKey: () => '' });
    await expect(client.getSessionsDataSeries(query)).rejects.toThrow(/^apiKey: expected ASCII .* got ""$/);
  });
});

describe('headers', () => {
  test('headers of a call override those of the client, in any case', async () => {
    const sent: Record<string, string>[] = [];
    const client = createClient({
      ...base,
      headers: { 'X-Team': 'a', 'X-Trace': '1' },
      userAgent: 'my-app/1.2.0',
      fetch: async (_url, { headers }) => {
        sent.push(headers);
        return success();
      },
    });
    await client.getSessionsDataSeries(query, { headers: { 'x-trace': '2' } });
    expect(sent).toEqual([
      {
        accept: 'application/json',
        'user-agent': expect.stringMatching(/^session-series-client\/\d+\.\d+\.\d+ my-app\/1\.2\.0$/),
        'x-team': 'a',
        'x-trace': '2',
        authorization: 'Bearer any',
      },
    ]);
  });

  test('headers may be a Headers object or a list, and undefined ones are left out', async () => {
    const sent: Record<string, string>[] = [];
    const client = createClient({
      ...base,
      headers: new Headers({ 'X-Team': 'a' }),
      fetch: async (_url, { headers }) => {
        sent.push(headers);
        return success();
      },
    });
    await client.getSessionsDataSeries(query, { headers: { 'X-Team': undefined, 'X-Trace': '1' } });
    await client.getSessionsDataSeries(query, { headers: [['X-Team', 'b']] });
    expect(sent).toMatchObject([{ 'x-team': 'a', 'x-trace': '1' }, { 'x-team': 'b' }]);
  });
});

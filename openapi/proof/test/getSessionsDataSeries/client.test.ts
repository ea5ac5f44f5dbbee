import {
  AuthenticationError,
  BadRequestError,
  createClient,
  InvalidResponseError,
  NotFoundError,
  RateLimitError,
  ServerError,
} from '@session-series/client';
import { collectRange } from '@session-series/client/range';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Started, ways } from '../ways.ts';

describe.each(ways)('the client against $way', ({ start }) => {
  let mock: Started;
  beforeAll(async () => {
    mock = await start();
  });
  afterEach(() => fetch(`${mock.url}/_mock/reset`, { method: 'POST' }));
  afterAll(() => mock[Symbol.asyncDispose]());

  const clientAt = (path = '') => createClient({ baseUrl: mock.url + path, apiKey: 'any-key' });
  const faults = (directives: string) =>
    fetch(`${mock.url}/_mock/faults`, {
      method: 'PUT',
      body: JSON.stringify({ faults: directives }),
    });

  test('the client reads a series and the state of the rate limit', async () => {
    const { body, rateLimit } = await clientAt()
      .getSessionsDataSeries({
        length: 3,
        unit: 'hour',
        ending_at: '2026-01-31T12:30:00+01:00',
        app_id: 'app-ios',
      })
      .withResponse();
    expect(body.data.map(({ time }) => time)).toEqual([
      '2026-01-31T10:00:00+01:00',
      '2026-01-31T11:00:00+01:00',
      '2026-01-31T12:00:00+01:00',
    ]);
    expect(rateLimit?.remaining).toBeLessThan(rateLimit?.limit ?? 0);
  });

  test('the client reads a year in several calls, which equals the sum of its months', async () => {
    const of = async (from: string, to: string) => {
      const points = await collectRange(clientAt(), { from, to, timeZone: 'Asia/Kathmandu' });
      return { points: points.length, sum: points.reduce((sum, { sessions }) => sum + sessions, 0) };
    };
    const parts = await Promise.all([
      of('2025-01-01T00:00:00+05:45', '2025-05-01T00:00:00+05:45'),
      of('2025-05-01T00:00:00+05:45', '2026-01-01T00:00:00+05:45'),
    ]);
    const year = await of('2025-01-01T00:00:00+05:45', '2026-01-01T00:00:00+05:45');
    expect(year.points).toBe(365);
    expect(year.sum).toBe(parts.reduce((sum, part) => sum + part.sum, 0));
  });

  test('the client throws an error of a separate class for each mistake', async () => {
    const query = { length: 3 };
    const getSeries = (client = clientAt()) => client.getSessionsDataSeries(query, { maxRetries: 0 });
    await expect(clientAt().getSessionsDataSeries({ length: 101 })).rejects.toThrow(BadRequestError);
    await expect(getSeries(clientAt('/fr'))).rejects.toThrow(NotFoundError);
    await faults('sequence=401|429|503|html|invalid-json');
    await expect(getSeries()).rejects.toThrow(AuthenticationError);
    await expect(getSeries()).rejects.toThrow(RateLimitError);
    await expect(getSeries()).rejects.toThrow(ServerError);
    await expect(getSeries()).rejects.toThrow();
    await expect(getSeries()).rejects.toThrow(InvalidResponseError);
  });

  test('the client retries after temporary failures', async () => {
    await faults('sequence=500|502|ok'); // a 503 names a time to wait
    const series = await clientAt().getSessionsDataSeries({ length: 2 }, { initialRetryDelay: 1 });
    expect(series.data).toHaveLength(2);
  });
});

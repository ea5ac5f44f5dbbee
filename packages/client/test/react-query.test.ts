import { createMockFetch } from '@session-series/mock/browser';
import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { BadRequestError, createClient } from '../src/index.ts';
import { collectRange, type RangeProgress } from '../src/range/range.ts';
import { createQueries, rangeOptions, seriesOptions } from '../src/react-query.ts';

const mock = createMockFetch();
const clientOf = (fetch: (request: Request) => Promise<Response>) =>
  createClient({ baseUrl: 'http://127.0.0.1:1', apiKey: 'any', fetch });
const client = clientOf(mock);
const queries = createQueries(client);

test('a query asks once and is answered from the cache from then on', async () => {
  const cache = new QueryClient();
  const query = queries.queryOptions('get', '/sessions/data_series', { params: { query: { length: 3 } } });
  const first = await cache.fetchQuery({ ...query, staleTime: Number.POSITIVE_INFINITY });
  expect(first.data).toHaveLength(3);
  expect(await cache.fetchQuery({ ...query, staleTime: Number.POSITIVE_INFINITY })).toBe(first);
});

test('an error rejects with the body that the contract documents', async () => {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const query = queries.queryOptions('get', '/sessions/data_series', { params: { query: { length: 101 } } });
  await expect(cache.fetchQuery(query)).rejects.toMatchObject({ message: expect.stringContaining('length') });
});

test('a unit or a path that the contract does not know does not compile', () => {
  const neverCalled = () => {
    // @ts-expect-error the unit is not translated
    queries.useQuery('get', '/sessions/data_series', { params: { query: { length: 1, unit: 'jour' } } });
    // @ts-expect-error nor is the path
    queries.useQuery('get', '/fr/sessions/data_series', { params: { query: { length: 1 } } });
  };
  expect(neverCalled).toBeTypeOf('function');
});

test('one call keeps the client’s checks and typed errors', async () => {
  const cache = new QueryClient();
  expect((await cache.fetchQuery(seriesOptions(client, { length: 3 }))).data).toHaveLength(3);
  await expect(cache.fetchQuery(seriesOptions(client, { length: 101 }))).rejects.toThrow(BadRequestError);
});

test('cancelling a query aborts its call', async () => {
  const cache = new QueryClient();
  let isAborted = false;
  const hanging = clientOf(
    ({ signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          isAborted = true;
          reject(signal.reason);
        });
        void cache.cancelQueries();
      }),
  );
  await expect(cache.fetchQuery(seriesOptions(hanging, { length: 3 }))).rejects.toThrow();
  expect(isAborted).toBe(true);
});

const range = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };

test('a range is one query, and tells how far it is', async () => {
  const heard: RangeProgress[] = [];
  const options = rangeOptions(client, range, { onProgress: (progress) => heard.push(progress) });
  expect(await new QueryClient().fetchQuery(options)).toEqual(await collectRange(client, range));
  expect(heard.map(({ done, total }) => `${done}/${total}`)).toEqual(['1/4', '2/4', '3/4', '4/4']);
});

test('a range that was cancelled goes on where it stood', async () => {
  const cache = new QueryClient();
  const asked: string[] = [];
  const counting = clientOf((request) => {
    asked.push(new URL(request.url).searchParams.get('ending_at') ?? '');
    return mock(request);
  });
  const heard: string[] = [];
  const options = rangeOptions(counting, range, {
    concurrency: 1,
    onProgress({ done, total }) {
      heard.push(`${done}/${total}`);
      if (heard.length === 2) void cache.cancelQueries();
    },
  });
  await expect(cache.fetchQuery(options)).rejects.toThrow();
  expect(await cache.fetchQuery(options)).toEqual(await collectRange(client, range));
  expect(heard).toEqual(['1/4', '2/4', '3/4', '4/4']);
  expect(new Set(asked).size).toBe(4);
});

test('a whole range fetched again is asked for anew', async () => {
  const cache = new QueryClient();
  const heard: number[] = [];
  const options = rangeOptions(client, range, { onProgress: ({ done }) => heard.push(done) });
  const first = await cache.fetchQuery(options);
  expect(await cache.fetchQuery(options)).toEqual(first);
  expect(heard).toEqual([1, 2, 3, 4, 1, 2, 3, 4]);
});

import { createMockFetch } from '@session-series/mock/browser';
import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { BadRequestError, createClient, type Fetch } from '../../src/index.ts';
import { collectRange, type RangeProgress } from '../../src/range/range.ts';
import { operationOptions, rangeOptions } from '../../src/react-query.ts';

const mock = createMockFetch();
const clientOf = (fetch: Fetch) => createClient({ baseUrl: 'http://127.0.0.1:1', apiKey: 'any', fetch });
const client = clientOf(mock);

test('an operation is called once, then served from the cache', async () => {
  const cache = new QueryClient();
  const options = operationOptions(client, 'getSessionsDataSeries', { length: 3 });
  const first = await cache.fetchQuery({ ...options, staleTime: Number.POSITIVE_INFINITY });
  expect(first.data).toHaveLength(3);
  expect(await cache.fetchQuery({ ...options, staleTime: Number.POSITIVE_INFINITY })).toBe(first);
});

test('an unknown unit or operation does not compile', () => {
  const neverCalled = () => {
    // @ts-expect-error the unit is not translated
    operationOptions(client, 'getSessionsDataSeries', { length: 1, unit: 'jour' });
    // @ts-expect-error no such operation
    operationOptions(client, 'getSessions', { length: 1 });
    // @ts-expect-error a property of the client that is not an operation
    operationOptions(client, 'with', {});
  };
  expect(neverCalled).toBeTypeOf('function');
});

test('a query for one call has the client’s checks and typed errors', async () => {
  const cache = new QueryClient();
  expect(
    (await cache.fetchQuery(operationOptions(client, 'getSessionsDataSeries', { length: 3 }))).data,
  ).toHaveLength(3);
  await expect(
    cache.fetchQuery(operationOptions(client, 'getSessionsDataSeries', { length: 101 })),
  ).rejects.toThrow(BadRequestError);
});

test('cancelling a query aborts its call', async () => {
  const cache = new QueryClient();
  let isAborted = false;
  const hanging = clientOf(
    (_url, { signal }) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          isAborted = true;
          reject(signal.reason);
        });
        void cache.cancelQueries();
      }),
  );
  await expect(
    cache.fetchQuery(operationOptions(hanging, 'getSessionsDataSeries', { length: 3 })),
  ).rejects.toThrow();
  expect(isAborted).toBe(true);
});

const range = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };

test('a range is one query that reports its progress', async () => {
  const heard: RangeProgress[] = [];
  const options = rangeOptions(client, range, { onProgress: (progress) => heard.push(progress) });
  expect(await new QueryClient().fetchQuery(options)).toEqual(await collectRange(client, range));
  expect(heard.map(({ done, total }) => `${done}/${total}`)).toEqual(['1/4', '2/4', '3/4', '4/4']);
});

test('a cancelled range continues where it stopped', async () => {
  const cache = new QueryClient();
  const asked: string[] = [];
  const counting = clientOf((url, init) => {
    asked.push(new URL(url).searchParams.get('ending_at') ?? '');
    return mock(url, init);
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

test('refetching a complete range requests it again', async () => {
  const cache = new QueryClient();
  const heard: number[] = [];
  const options = rangeOptions(client, range, { onProgress: ({ done }) => heard.push(done) });
  const first = await cache.fetchQuery(options);
  expect(await cache.fetchQuery(options)).toEqual(first);
  expect(heard).toEqual([1, 2, 3, 4, 1, 2, 3, 4]);
});

test('clients with another target or key share no figures in a cache', async () => {
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const counts = (sessions: number) => async () =>
    Response.json({ message: 'success', data: [{ time: '2026-01-01', sessions }] });
  const clients = [
    createClient({ baseUrl: 'https://one.example', apiKey: 'a', fetch: counts(1) }),
    createClient({ baseUrl: 'https://two.example', apiKey: 'a', fetch: counts(2) }),
    createClient({ baseUrl: 'https://one.example', apiKey: 'b', fetch: counts(3) }),
  ];
  const day = { from: '2026-01-01', to: '2026-01-02' };
  for (const [index, each] of clients.entries()) {
    const options = operationOptions(each, 'getSessionsDataSeries', { length: 1 });
    expect((await cache.fetchQuery(options)).data[0]?.sessions).toBe(index + 1);
    expect((await cache.fetchQuery(rangeOptions(each, day)))[0]?.sessions).toBe(index + 1);
    expect(JSON.stringify(options.queryKey)).not.toContain('"b"');
  }
});

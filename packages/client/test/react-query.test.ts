import { createMockFetch } from '@session-series/mock/browser';
import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { createClient } from '../src/index.ts';
import { createQueries } from '../src/react-query.ts';

const client = createClient({ baseUrl: 'http://127.0.0.1:1', apiKey: 'any', fetch: createMockFetch() });
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

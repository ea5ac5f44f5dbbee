/**
 * TanStack Query for every operation of the contract, and for series of any length. Optional: install
 * `openapi-react-query` and `@tanstack/react-query` beside this package.
 *
 * @module @session-series/client/react-query
 */
import { type Query, type QueryKey, queryOptions } from '@tanstack/react-query';
import createHooks, { type OpenapiQueryClient } from 'openapi-react-query';
import type { Client } from './client.ts';
import type { EndingAt } from './ending-at.ts';
import type { paths } from './generated/openapi.ts';
import { type RangeOptions, type RangeQuery, range, type SessionsPoint } from './range/range.ts';
import type { SessionsQuery, SessionsSeries } from './series.ts';

/**
 * Makes the hooks of a client: `useQuery`, `useSuspenseQuery`, `queryOptions` and the others of openapi-react-query, with
 * the contract's paths, parameters and answers as their types.
 *
 * They send requests through `client.raw`: tries, pauses and caching are TanStack Query's, and an answer that is no success
 * rejects with its body.
 *
 * @example
 * const queries = createQueries(client);
 * const { data } = queries.useQuery('get', '/sessions/data_series', { params: { query: { length: 14 } } });
 */
export function createQueries(client: Client): OpenapiQueryClient<paths, 'application/json'> {
  return createHooks(client.raw);
}

/**
 * Options of TanStack Query for one call, as `client.getSessionsDataSeries` makes it: with its tries, its checks and its
 * typed errors. Cancelling the query aborts the call.
 *
 * @example
 * const { data, error } = useQuery(seriesOptions(client, { length: 14 }));
 */
export function seriesOptions(client: Client, query: SessionsQuery) {
  return queryOptions<SessionsSeries, Error, SessionsSeries, QueryKey>({
    queryKey: ['getSessionsDataSeries', query],
    queryFn: ({ signal }) => client.getSessionsDataSeries(query, { signal }),
    // The client tries again; twice the patience helps nobody.
    retry: false,
  });
}

/**
 * Options of TanStack Query for a range of any length, as one array of points. A query that is cancelled, or fails, keeps
 * the points it has: fetched again, it goes on after them.
 *
 * @param options `onProgress` counts over the whole range, also when a query goes on.
 *
 * @example
 * const [progress, setProgress] = useState<RangeProgress>();
 * const { data } = useQuery(rangeOptions(client, { from, to, unit: 'hour' }, { onProgress: setProgress }));
 */
export function rangeOptions(
  client: Client,
  query: RangeQuery,
  options: Pick<RangeOptions, 'concurrency' | 'onProgress'> = {},
) {
  return queryOptions<SessionsPoint[], Error, SessionsPoint[], QueryKey>({
    queryKey: ['getSessionsDataSeries', 'range', query],
    queryFn: async ({ client: cache, queryKey, signal }) => {
      const entry = cache.getQueryCache().find({ queryKey, exact: true });
      const begun = (entry && unfinished.get(entry)) ?? { points: [], done: 0, next: query.from };
      if (entry) unfinished.set(entry, begun);
      await goOn(client, query, begun, { ...options, signal });
      if (entry) unfinished.delete(entry);
      return begun.points;
    },
    retry: false,
    // Comparing thousands of points with the ones before, each by each, would gain nothing.
    structuralSharing: false,
  });
}

/** A range that has not come to its end: whole windows only. */
interface Unfinished {
  points: SessionsPoint[];
  done: number;
  next: EndingAt;
}

/** Forgotten together with their queries. */
const unfinished = new WeakMap<Query, Unfinished>();

async function goOn(
  client: Client,
  query: RangeQuery,
  begun: Unfinished,
  { onProgress, ...options }: RangeOptions,
): Promise<void> {
  const { done: doneBefore } = begun;
  let window: SessionsPoint[] = [];
  const points = range(
    client,
    { ...query, from: begun.next },
    {
      ...options,
      onProgress({ done, total, next }) {
        begun.points.push(...window);
        window = [];
        begun.done = doneBefore + done;
        begun.next = next;
        onProgress?.({ done: begun.done, total: doneBefore + total, next });
      },
    },
  );
  for await (const point of points) window.push(point);
}

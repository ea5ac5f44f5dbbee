import { type Query, type QueryKey, queryOptions } from '@tanstack/react-query';
import { type AnyClient, keyOf } from '../query-key.ts';
import type { RangeInstant } from './instants.ts';
import {
  type RangeOptions,
  type RangeQuery,
  range,
  type SessionsClient,
  type SessionsPoint,
} from './range.ts';

/**
 * Options of TanStack Query for a range of any length, as one array of points. A query that is cancelled or fails keeps its
 * points, and continues after them when it is fetched again.
 *
 * @param options those of `range`; `onProgress` covers the whole range, even if a query continues.
 *
 * @example
 * const [progress, setProgress] = useState<RangeProgress>();
 * const { data } = useQuery(rangeOptions(client, { from, to, unit: 'hour' }, { onProgress: setProgress }));
 */
export function rangeOptions(
  client: SessionsClient & AnyClient,
  query: RangeQuery,
  options: Omit<RangeOptions, 'signal'> = {},
) {
  return queryOptions<SessionsPoint[], Error, SessionsPoint[], QueryKey>({
    queryKey: [...keyOf(client), 'range', query, options.fillGaps ?? false],
    queryFn: async ({ client: cache, queryKey, signal }) => {
      const entry = cache.getQueryCache().find({ queryKey, exact: true });
      const partial = (entry && unfinished.get(entry)) ?? { points: [], done: 0, next: query.from };
      if (entry) unfinished.set(entry, partial);
      await resume(client, query, partial, { ...options, signal });
      if (entry) unfinished.delete(entry);
      return partial.points;
    },
    retry: false,
    // Structural sharing would compare thousands of points for nothing.
    structuralSharing: false,
  });
}

/** An incomplete range: whole windows only. */
interface PartialRange {
  points: SessionsPoint[];
  done: number;
  next: RangeInstant;
}

/** Garbage-collected together with their queries. */
const unfinished = new WeakMap<Query, PartialRange>();

async function resume(
  client: SessionsClient,
  query: RangeQuery,
  partial: PartialRange,
  { onProgress, ...options }: RangeOptions,
): Promise<void> {
  const { done: doneBefore } = partial;
  let window: SessionsPoint[] = [];
  const points = range(
    client,
    { ...query, from: partial.next },
    {
      ...options,
      onProgress({ done, total, next }) {
        partial.points.push(...window);
        window = [];
        partial.done = doneBefore + done;
        partial.next = next;
        return onProgress?.({ done: partial.done, total: doneBefore + total, next });
      },
    },
  );
  for await (const point of points) window.push(point);
}

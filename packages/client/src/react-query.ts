/**
 * Options of TanStack Query for every operation of the contract, and for series of any length. Optional: install
 * `@tanstack/react-query` next to this package. Any other TanStack adapter takes the same options.
 *
 * @module @session-series/client/react-query
 */
import { type Query, type QueryKey, queryOptions } from '@tanstack/react-query';
import type { Call, Success } from './call.ts';
import type { CallOptions } from './options.ts';
import type { RangeInstant } from './range/instants.ts';
import {
  type RangeOptions,
  type RangeQuery,
  range,
  type SessionsClient,
  type SessionsPoint,
} from './range/range.ts';

/** The part of a client that query keys use. */
export type AnyClient = { readonly baseUrl: string };

/** The names of a client's operations. */
export type OperationName<Client> = {
  [Name in keyof Client]: Client[Name] extends (parameters: never, options?: CallOptions) => Call<Success>
    ? Name
    : never;
}[keyof Client];

/** The parameters of an operation. */
export type ParametersOf<Method> = Method extends (
  parameters: infer Parameters,
  options?: CallOptions,
) => unknown
  ? Parameters
  : never;

/** The body of an operation's successful response. */
export type BodyOf<Method> = Method extends (...given: never[]) => Call<infer Answer>
  ? Answer['body']
  : never;

/**
 * Options of TanStack Query for one call of an operation, with the client's retries, checks and typed errors. Cancelling the query
 * aborts the call.
 *
 * @example
 * const { data, error } = useQuery(operationOptions(client, 'getSessionsDataSeries', { length: 14 }));
 */
export function operationOptions<Client extends AnyClient, Name extends OperationName<Client>>(
  client: Client,
  operation: Name,
  parameters: ParametersOf<Client[Name]>,
  options: Omit<CallOptions, 'signal'> = {},
) {
  return queryOptions<BodyOf<Client[Name]>, Error, BodyOf<Client[Name]>, QueryKey>({
    queryKey: [...keyOf(client), operation, parameters ?? {}],
    queryFn: ({ signal }) => {
      // The name is one of an operation.
      const method = client[operation] as (
        given: unknown,
        options: CallOptions,
      ) => Promise<BodyOf<Client[Name]>>;
      return method(parameters, { ...options, signal });
    },
    // The client already retries.
    retry: false,
  });
}

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

/**
 * The prefix of a client's query keys: its base URL, and a number for further clients with the same one, which may have the key
 * of another workspace. The key itself must not get into a cache.
 */
function keyOf(client: AnyClient): readonly unknown[] {
  let number = numbers.get(client);
  if (number === undefined) {
    number = counts.get(client.baseUrl) ?? 0;
    counts.set(client.baseUrl, number + 1);
    numbers.set(client, number);
  }
  return ['session-series', client.baseUrl, number];
}

const numbers = new WeakMap<AnyClient, number>();
const counts = new Map<string, number>();

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

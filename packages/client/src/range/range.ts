/**
 * Series over any range of time, cut into calls that the endpoint can answer.
 *
 * @module @session-series/client/range
 */
import type { CallOptions, Client } from '../client.ts';
import type { EndingAt } from '../ending-at.ts';
import { defaultUnit } from '../generated/bounds.ts';
import type { SessionsQuery, SessionsSeries } from '../series.ts';
import { Places } from './places.ts';
import { type Window, windows } from './windows.ts';

/** One point of a series. */
export type SessionsPoint = SessionsSeries['data'][number];

/** A range of time, and whose sessions to count in it. */
export interface RangeQuery extends Pick<SessionsQuery, 'unit' | 'app_id' | 'segment_id'> {
  /** The first instant; the whole day or hour that holds it is covered. */
  from: EndingAt;
  /** The first instant that need not be covered. */
  to: EndingAt;
  /**
   * Whose days and hours to count: an IANA time zone such as `Europe/Paris`.
   *
   * @default UTC
   */
  timeZone?: string;
}

/** How far a range has come. */
export interface RangeProgress {
  /** Calls answered. */
  done: number;
  /** Calls to make in all. */
  total: number;
  /** What `from` has to be for a later range to go on after the points given so far. */
  next: Date;
}

/** Limits of each call of a range, and how it is read. */
export interface RangeOptions extends CallOptions {
  /**
   * Calls at the same time, a whole number, 1 or more. As many answers at most are held in memory.
   *
   * @default 4
   */
  concurrency?: number;
  /** Hears of every window, after its points were given. */
  onProgress?: (progress: RangeProgress) => void;
}

/**
 * Gives the points of a range in ascending order, none twice, none lost. Leaving the loop aborts what is under way.
 *
 * A day on which the clocks change has 23 or 25 hours, and all of them count.
 *
 * @throws RangeError for an instant or a time zone that is none, or a `to` before `from`.
 * @throws what {@link Client.getSessionsDataSeries} throws.
 *
 * @example
 * for await (const { time, sessions } of range(client, { from: '2026-01-01T00:00:00Z', to: new Date() })) …
 */
export function range(
  client: Client,
  query: RangeQuery,
  options: RangeOptions = {},
): AsyncGenerator<SessionsPoint> {
  return rangeWithin(new Places(concurrencyOf(options)), client, query, options);
}

/**
 * Like {@link range}, all points in one array.
 *
 * @throws what {@link range} throws.
 *
 * @example
 * const points = await collectRange(client, { from: '2025-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' });
 */
export function collectRange(
  client: Client,
  query: RangeQuery,
  options: RangeOptions = {},
): Promise<SessionsPoint[]> {
  return collect(range(client, query, options));
}

/**
 * Collects several ranges, of apps and segments for example, with one limit of calls for all of them. The first error
 * aborts all.
 *
 * @returns the points of each query, in the order of the queries.
 * @throws what {@link range} throws.
 *
 * @example
 * const [ios, web] = await collectRanges(client, ['app-ios', 'app-web'].map((app_id) => ({ from, to, app_id })));
 */
export async function collectRanges(
  client: Client,
  queries: readonly RangeQuery[],
  options: Omit<RangeOptions, 'onProgress'> = {},
): Promise<SessionsPoint[][]> {
  const places = new Places(concurrencyOf(options));
  const controller = new AbortController();
  const follow = () => controller.abort(options.signal?.reason);
  options.signal?.throwIfAborted();
  options.signal?.addEventListener('abort', follow);
  try {
    return await Promise.all(
      queries.map((query) =>
        collect(rangeWithin(places, client, query, { ...options, signal: controller.signal })),
      ),
    );
  } finally {
    options.signal?.removeEventListener('abort', follow);
    controller.abort();
  }
}

async function* rangeWithin(
  places: Places,
  client: Client,
  query: RangeQuery,
  options: RangeOptions,
): AsyncGenerator<SessionsPoint> {
  const { app_id, segment_id, unit = defaultUnit, timeZone = 'UTC' } = query;
  const [from, to] = [instant(query.from, 'from'), instant(query.to, 'to')];
  if (to < from) throw new RangeError(`to: ${query.to} is before from: ${query.from}.`);
  let total = 0;
  for (const _ of windows(from, to, unit, timeZone)) total++;
  const rest = windows(from, to, unit, timeZone);

  const controller = new AbortController();
  const follow = () => controller.abort(options.signal?.reason);
  options.signal?.throwIfAborted();
  options.signal?.addEventListener('abort', follow);

  const ask = async (window: Window): Promise<SessionsPoint[]> => {
    const { data } = await places.run(() =>
      client.getSessionsDataSeries(
        {
          length: window.length,
          unit: window.unit,
          ending_at: window.ending_at,
          ...(app_id !== undefined && { app_id }),
          ...(segment_id !== undefined && { segment_id }),
        },
        { ...options, signal: controller.signal },
      ),
    );
    if (window.sumsUpTo === undefined) return data;
    return [{ time: window.sumsUpTo, sessions: data.reduce((sum, { sessions }) => sum + sessions, 0) }];
  };

  const underWay: { next: Date; points: Promise<SessionsPoint[]> }[] = [];
  try {
    for (let done = 0; done < total; done++) {
      while (underWay.length < concurrencyOf(options)) {
        const { value: window } = rest.next();
        if (!window) break;
        const points = ask(window);
        points.catch(() => {}); // heard when its turn comes
        underWay.push({ next: window.next, points });
      }
      options.signal?.throwIfAborted();
      const head = underWay.shift();
      if (!head) return;
      yield* await head.points;
      options.onProgress?.({ done: done + 1, total, next: head.next });
    }
  } finally {
    options.signal?.removeEventListener('abort', follow);
    controller.abort();
  }
}

async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}

function concurrencyOf({ concurrency = 4 }: Pick<RangeOptions, 'concurrency'>): number {
  if (Number.isInteger(concurrency) && concurrency > 0) return concurrency;
  throw new RangeError(`concurrency: ${concurrency} is not a whole number of 1 or more.`);
}

function instant(value: EndingAt, name: string): number {
  const time =
    typeof value === 'object' && 'epochMilliseconds' in value
      ? value.epochMilliseconds
      : new Date(value).getTime();
  if (!Number.isNaN(time)) return time;
  throw new RangeError(
    `${name}: ${String(value)} is not an instant. Expected a Date, an ISO 8601 date-time or a Temporal instant.`,
  );
}

/**
 * Series over any range of time, cut into calls that the endpoint can answer.
 *
 * @module @session-series/client/range
 */
import type { Client } from '../client.ts';
import { InvalidResponseError } from '../errors.ts';
import { mergeOptions, type RetryPolicy } from '../retry.ts';
import { Semaphore } from '../semaphore.ts';
import {
  type RangeOptions,
  type RangePage,
  type RangeQuery,
  readRange,
  readRangeOptions,
} from './options.ts';
import { pointsOf, type SessionsPoint } from './points.ts';
import { type Window, windows } from './windows.ts';

export { parseDateTime, parseOffset, type WrittenDateTime, writeDateTime } from './date-time.ts';
export type { CalendarDay, RangeInstant } from './instants.ts';
export type { RangeOptions, RangePage, RangeProgress, RangeQuery } from './options.ts';
export type { SessionsPoint } from './points.ts';
export { offsetAt, startOfDay } from './time-zone.ts';

/** A client that can count sessions: of `createClient`, or of `createClientWith` and its one operation. */
export type SessionsClient = Pick<Client, 'getSessionsDataSeries'> & { readonly limits?: RetryPolicy };

/**
 * Yields the points of a range in ascending order, each once. `time` is a date, or an hour with the offset that the time zone has
 * at that instant. Leaving the loop aborts the calls in progress.
 *
 * All 23 or 25 hours of a day on which the clocks change are counted.
 *
 * @throws RangeError for an invalid instant or time zone, for a `to` before `from`, and for more than 100 years.
 * @throws TypeError for an unknown name or option.
 * @throws InvalidResponseError for points that were not requested or contradict each other.
 * @throws the errors of `getSessionsDataSeries`.
 *
 * @example
 * for await (const { time, sessions } of range(client, { from: '2026-01-01', to: new Date() })) …
 */
export async function* range(
  client: SessionsClient,
  query: RangeQuery,
  options: RangeOptions = {},
): AsyncGenerator<SessionsPoint> {
  for await (const { points } of rangePages(client, query, options)) {
    // `yield*` would wait three times for each point.
    for (const point of points) yield point;
  }
}

/**
 * Like {@link range}, the points of each call together with where to continue after them: for writing many rows at a time.
 *
 * @throws the errors of {@link range}.
 *
 * @example
 * for await (const { points, next } of rangePages(client, { from: '2026-01-01', to: new Date() })) …
 */
export async function* rangePages(
  client: SessionsClient,
  query: RangeQuery,
  options: RangeOptions = {},
): AsyncGenerator<RangePage> {
  yield* readWindows(new Semaphore(readRangeOptions(options).concurrency), client, query, options);
}

/**
 * Like {@link range}, but returns all points in one array.
 *
 * @throws the errors of {@link range}.
 *
 * @example
 * const points = await collectRange(client, { from: '2025-01-01', to: '2026-01-01', timeZone: 'Europe/Paris' });
 */
export function collectRange(
  client: SessionsClient,
  query: RangeQuery,
  options: RangeOptions = {},
): Promise<SessionsPoint[]> {
  return collect(rangePages(client, query, options));
}

/**
 * Collects several ranges, for example of apps and segments, with a common `concurrency`. The first error aborts all.
 *
 * @returns the points of each query, in the order of the queries.
 * @throws the errors of {@link range}.
 *
 * @example
 * const [ios, web] = await collectRanges(client, ['app-ios', 'app-web'].map((app_id) => ({ from, to, app_id })));
 */
export async function collectRanges(
  client: SessionsClient,
  queries: readonly RangeQuery[],
  options: Omit<RangeOptions, 'onProgress'> = {},
): Promise<SessionsPoint[][]> {
  const calls = new Semaphore(readRangeOptions(options).concurrency);
  const controller = new AbortController();
  const { signal } = options;
  const abort = () => controller.abort(signal?.reason);
  signal?.throwIfAborted();
  signal?.addEventListener('abort', abort);
  try {
    return await Promise.all(
      queries.map((query) =>
        collect(readWindows(calls, client, query, { ...options, signal: controller.signal })),
      ),
    );
  } finally {
    signal?.removeEventListener('abort', abort);
    controller.abort();
  }
}

/**
 * Counts the calls that a range takes, without retries. Sends nothing.
 *
 * @throws the errors of {@link range} for its query.
 *
 * @example
 * countCalls({ from: '2025-01-01', to: '2026-01-01', unit: 'hour' }); // 88
 */
export function countCalls(query: RangeQuery): number {
  const { from, to, unit, timeZone } = readRange(query);
  let total = 0;
  for (const _ of windows(from, to, unit, timeZone)) total++;
  return total;
}

async function* readWindows(
  calls: Semaphore,
  client: SessionsClient,
  query: RangeQuery,
  options: RangeOptions,
): AsyncGenerator<RangePage> {
  const { from, to, unit, timeZone, filter } = readRange(query);
  const { concurrency, onProgress, fillGaps, callOptions } = readRangeOptions(options);
  const { maxRetries = 10, totalTimeout = 600_000 } = client.limits ?? {};
  const total = countCalls(query);

  const controller = new AbortController();
  const { signal } = options;
  const abort = () => controller.abort(signal?.reason);
  signal?.throwIfAborted();
  signal?.addEventListener('abort', abort);

  const request = async (window: Window): Promise<SessionsPoint[]> => {
    const { length, unit, ending_at } = window;
    const limits = mergeOptions({ maxRetries, totalTimeout }, { ...callOptions, signal: controller.signal });
    await calls.acquire(controller.signal);
    const call = client.getSessionsDataSeries({ ...filter, length, unit, ending_at }, limits).withResponse();
    const { body, ...answer } = await call.finally(() => calls.release());
    const points = pointsOf(window, body.data, timeZone, fillGaps);
    if (typeof points !== 'string') return points;
    const { request, response, status, requestId, rateLimit } = answer;
    const headers = Object.fromEntries(response.headers);
    const facts = { status, headers, requestId, rateLimit, body: '', isUnreadable: false };
    throw new InvalidResponseError(points, request, facts);
  };

  const rest = windows(from, to, unit, timeZone);
  const inProgress: { next: Date; points: Promise<SessionsPoint[]> }[] = [];
  try {
    for (let done = 1; done <= total; done++) {
      while (inProgress.length < concurrency) {
        const { value: window } = rest.next();
        if (!window) break;
        const points = request(window);
        points.catch(() => {}); // thrown when its turn comes
        inProgress.push({ next: new Date(window.end), points });
      }
      signal?.throwIfAborted();
      const head = inProgress.shift();
      if (!head) return;
      const { next } = head;
      yield { points: await head.points, next };
      await onProgress?.({ done, total, next });
    }
  } finally {
    signal?.removeEventListener('abort', abort);
    controller.abort();
  }
}

async function collect(pages: AsyncIterable<RangePage>): Promise<SessionsPoint[]> {
  const all: SessionsPoint[] = [];
  for await (const { points } of pages) all.push(...points);
  return all;
}

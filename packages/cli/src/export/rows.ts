import type { Client } from '@session-series/client';
import { rangePages, type SessionsPoint } from '@session-series/client/range';
import type { Calendar } from '../period/calendar.ts';
import { type ExportQuery, rangeOf } from './query.ts';

/** The session count of one unit of one series. */
export interface Row {
  /** The start of the unit, in milliseconds since the epoch. */
  time: number;
  /** The index of the series in the query. */
  series: number;
  sessions: number;
}

/** Complete rows: no earlier one follows. */
export interface Batch {
  /** Ascending by time, then in the order of the series. */
  rows: Row[];
  /** Where an export that stops here can continue: the first instant not yet covered. */
  next: number;
}

/** Options for fetching rows. */
export interface FetchOptions {
  /** Pages that are fetched ahead, at least one for each series. @default 4 */
  concurrency?: number | undefined;
  /** Stops fetching; the generator then throws the signal's reason. */
  signal: AbortSignal;
  /** Called after each request of a series. */
  onRequest?: () => void;
}

/**
 * Fetches all series of a query in parallel, and yields their rows in a fixed order.
 *
 * @param from the start: `query.from`, or the `next` of the last batch of an earlier run.
 * @throws the errors of the client's `range`.
 */
export async function* fetchRows(
  client: Client,
  query: ExportQuery,
  calendar: Calendar,
  from: number,
  { concurrency = 4, signal, onRequest }: FetchOptions,
): AsyncGenerator<Batch> {
  if (from >= query.to) return;
  // When this generator ends, for any reason, the requests of all series stop.
  const controller = new AbortController();
  const options = {
    signal: AbortSignal.any([controller.signal, signal]),
    concurrency: Math.max(1, Math.floor(concurrency / query.series.length)),
    ...(onRequest && { onRequest }),
  };
  const streams = query.series.map((_, series) => batchesOf(client, query, calendar, from, series, options));
  try {
    yield* merge(streams, from);
  } finally {
    controller.abort();
    await Promise.allSettled(streams.map((stream) => stream.return(undefined)));
  }
}

/** The rows of one series, one batch per response. */
async function* batchesOf(
  client: Client,
  query: ExportQuery,
  calendar: Calendar,
  from: number,
  series: number,
  { signal, concurrency, onRequest }: FetchOptions & { concurrency: number },
): AsyncGenerator<Batch, undefined> {
  const pages = rangePages(client, rangeOf(query, query.series[series] ?? {}, from), { signal, concurrency });
  for await (const { points, next } of pages) {
    onRequest?.();
    const timeOf = timesOf(points, next.getTime(), query, calendar);
    const rows = points.map((point, index) => ({
      time: timeOf(point, index),
      series,
      sessions: point.sessions,
    }));
    yield { rows, next: next.getTime() };
  }
  return undefined;
}

/** Yields rows once every series has reached them. */
async function* merge(streams: AsyncGenerator<Batch, undefined>[], from: number): AsyncGenerator<Batch> {
  const [only, ...others] = streams;
  if (only && others.length === 0) return yield* only;
  const states = streams.map((batches) => ({ batches, rows: [] as Row[], next: from }));
  for (;;) {
    const reached = Math.min(...states.map(({ next }) => next));
    if (reached === Number.POSITIVE_INFINITY) return;
    await Promise.all(
      states.map(async (state) => {
        if (state.next !== reached) return;
        const { value } = await state.batches.next();
        state.next = value?.next ?? Number.POSITIVE_INFINITY;
        if (value) state.rows = state.rows.length > 0 ? state.rows.concat(value.rows) : value.rows;
      }),
    );
    const next = Math.min(...states.map((state) => state.next));
    if (next <= reached || next === Number.POSITIVE_INFINITY) continue;
    const rows = states.flatMap((state) => {
      const end = state.rows.findIndex(({ time }) => time >= next);
      return state.rows.splice(0, end < 0 ? state.rows.length : end);
    });
    yield { rows: rows.sort((a, b) => a.time - b.time || a.series - b.series), next };
  }
}

/**
 * The starts of the units of a page. A page contains each hour once, in order: if it is full, only the first
 * time is parsed.
 */
function timesOf(
  points: readonly SessionsPoint[],
  next: number,
  query: ExportQuery,
  calendar: Calendar,
): (point: SessionsPoint, index: number) => number {
  const [first] = points;
  if (first && query.unit === 'hour') {
    const start = startOf(first, query, calendar);
    if (start + points.length * hour === next) return (_, index) => start + index * hour;
  }
  return (point) => startOf(point, query, calendar);
}

const hour = 3_600_000;
const withOffset = /([Zz]|[+-]\d{2}:\d{2})$/;

/** The start of a point's unit. Dates, and times without an offset, are in the time zone. */
function startOf({ time }: SessionsPoint, query: ExportQuery, calendar: Calendar): number {
  if (query.unit === 'day') return calendar.startOf(time.slice(0, 10));
  return withOffset.test(time) ? Date.parse(time) : calendar.instantOf(time);
}

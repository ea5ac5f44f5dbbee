import type { Client } from '@session-series/client';
import { collectRange } from '@session-series/client/range';
import { maximumLength, type Unit } from '../contract/parameters.ts';
import { callsOf, type Line, type Span } from '../series/plan.ts';
import { clockOf, day, hour } from '../time/clock.ts';
import type { Loading } from './series-store.ts';
import type { Wanted } from './use-loaded-series.ts';

/** One series to fetch. */
export interface SeriesRequest {
  span: Span;
  unit: Unit;
  zone: string;
  line: Line;
}

/** How many calls of a long series are drawn first. */
const callsInFirstPiece = 12;
/** The number of connections that browsers open to one host over HTTP/1.1. */
const concurrency = 6;

/**
 * One series, of any length.
 *
 * @param keyPrefix what distinguishes equal requests: the simulated fault, and the current time.
 */
export function wantedSeries(client: Client, request: SeriesRequest, keyPrefix: readonly unknown[]): Wanted {
  return {
    key: JSON.stringify([...keyPrefix, request]),
    load: (loading) => load(client, request, loading),
  };
}

/** Fetches a series, its newest part first, since that is what readers look at. It resumes after complete parts. */
async function load(
  client: Client,
  request: SeriesRequest,
  { points, pieces, signal, report }: Loading,
): Promise<void> {
  const { unit, zone, line } = request;
  const all = piecesOf(request);
  const calls = all.map((piece) => callsOf({ ...piece, unit }));
  const total = calls.reduce((sum, count) => sum + count, 0);
  let newer = points;
  let done = calls.slice(0, pieces).reduce((sum, count) => sum + count, 0);
  for (const [index, piece] of all.entries()) {
    if (index < pieces) continue;
    const before = done;
    const older = await collectRange(
      client,
      { ...line, unit, timeZone: zone, from: new Date(piece.from * 1000), to: new Date(piece.to * 1000) },
      {
        concurrency,
        signal,
        onProgress: (progress) => report({ share: Math.min(1, (before + progress.done) / total) }),
      },
    );
    newer = [...older, ...newer];
    done += calls[index] ?? 0;
    report({ points: newer, pieces: index + 1, share: Math.min(1, done / total) });
  }
}

/** Splits a series into parts, the newest first. Each is twice as long as the previous one, so that the first arrives quickly. */
function piecesOf({ span, unit, zone }: SeriesRequest): Span[] {
  const clock = clockOf(zone);
  const pieces: Span[] = [];
  let units = callsInFirstPiece * maximumLength;
  for (let to = span.to; to > span.from; units *= 2) {
    const start = unit === 'hour' ? to - units * hour : clock.startOfDay(clock.dayOf(to - 1) - units + 1);
    const from = Math.max(start, span.from);
    pieces.push({ from, to });
    to = from;
  }
  return pieces;
}

/** Whether a series takes long enough to show progress. */
export const isLong = (span: Span, unit: Unit): boolean =>
  (span.to - span.from) / (unit === 'hour' ? hour : day) > 3 * maximumLength;

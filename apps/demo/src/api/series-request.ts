import type { Client } from '@session-series/client';
import { collectRange } from '@session-series/client/range';
import { maximumLength, type Unit } from '../contract/parameters.ts';
import type { Point } from '../series/aligned.ts';
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

/** Calls whose points are drawn together while a long series comes in. */
const callsInPiece = 12;
/** As many as browsers open to one host over HTTP/1.1. */
const concurrency = 6;

/**
 * One series, of any length.
 *
 * @param era what makes the same request another one: the simulated fault, and the time that stands for now.
 */
export function wantedSeries(client: Client, request: SeriesRequest, era: readonly unknown[]): Wanted {
  return {
    key: JSON.stringify([...era, request]),
    load: (loading) => load(client, request, loading),
  };
}

/** Fetches a series, its newest piece first, since that is what a reader looks at. Whole pieces are resumed after. */
async function load(
  client: Client,
  request: SeriesRequest,
  { points, signal, report }: Loading,
): Promise<void> {
  const { span, unit, zone, line } = request;
  const total = callsOf({ ...span, unit });
  let newer: readonly Point[] = points;
  for (const piece of piecesOf(request).slice(Math.ceil(points.length / (callsInPiece * maximumLength)))) {
    const done = Math.floor(newer.length / maximumLength);
    const older = await collectRange(
      client,
      {
        ...line,
        unit,
        timeZone: zone,
        from: new Date(piece.from * 1000),
        to: new Date(piece.to * 1000),
      },
      {
        concurrency,
        signal,
        onProgress: (progress) =>
          report({ points: newer, share: Math.min(1, (done + progress.done) / total) }),
      },
    );
    newer = [...older, ...newer];
    report({ points: newer, share: Math.min(1, newer.length / maximumLength / total) });
  }
}

/** Cuts a series into pieces, the newest first. */
function piecesOf({ span, unit, zone }: SeriesRequest): Span[] {
  const clock = clockOf(zone);
  const units = callsInPiece * maximumLength;
  const pieces: Span[] = [];
  for (let to = span.to; to > span.from; ) {
    const from = unit === 'hour' ? to - units * hour : clock.startOfDay(clock.dayOf(to - 1) - units + 1);
    pieces.push({ from: Math.max(from, span.from), to });
    to = from;
  }
  return pieces;
}

/** True for a series that takes long enough to show how far it is. */
export const isLong = (span: Span, unit: Unit): boolean =>
  (span.to - span.from) / (unit === 'hour' ? hour : day) > 3 * maximumLength;

import type { Client, SessionsQuery } from '@session-series/client';
import { type RangeQuery, range } from '@session-series/client/range';
import type { Period } from '../period/period.ts';

/** The time between two points, as the contract has it. */
export type Unit = NonNullable<SessionsQuery['unit']>;

/** One app, one segment, both, or neither: then every app and every user counts. */
export interface Series {
  app_id?: string;
  segment_id?: string;
}

/** What is exported: the same series over the same period. */
export interface ExportQuery extends Period {
  unit: Unit;
  timeZone: string;
  series: readonly Series[];
}

/** Every app with every segment, in the order in which they were named. */
export function combine(apps: readonly string[], segments: readonly string[]): Series[] {
  const some = (values: readonly string[]) => (values.length > 0 ? [...new Set(values)] : [undefined]);
  return some(apps).flatMap((app_id) =>
    some(segments).map((segment_id) => ({
      ...(app_id !== undefined && { app_id }),
      ...(segment_id !== undefined && { segment_id }),
    })),
  );
}

/** The range of one series, as the client takes it. @param from where to begin, in milliseconds since the epoch. */
export function rangeOf(query: ExportQuery, series: Series, from: number): RangeQuery {
  return {
    from: new Date(from),
    to: new Date(query.to),
    timeZone: query.timeZone,
    unit: query.unit,
    ...series,
  };
}

/** How many requests an export makes from an instant on, if none has to be repeated. Sends nothing. */
export async function countRequests(query: ExportQuery, from = query.from): Promise<number> {
  if (from >= query.to) return 0;
  let calls = 0;
  const counting: Pick<Client, 'getSessionsDataSeries'> = {
    getSessionsDataSeries: () => {
      calls++;
      const empty = { message: '', data: [], rateLimit: undefined };
      return Object.assign(Promise.resolve(empty), {
        withResponse: () => Promise.resolve({ ...empty, response: new Response() }),
      });
    },
  };
  // A range calls nothing else of its client.
  for await (const _ of range(counting as Client, rangeOf(query, {}, from))) {
    // An empty answer has no points.
  }
  return calls * query.series.length;
}

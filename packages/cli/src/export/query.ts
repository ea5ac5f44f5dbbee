import type { GetSessionsDataSeriesParameters } from '@session-series/client';
import { countCalls, type RangeQuery } from '@session-series/client/range';
import type { Period } from '../period/period.ts';

/** The unit, as in the contract. */
export type Unit = NonNullable<GetSessionsDataSeriesParameters['unit']>;

/** An app, a segment, both, or neither for all apps and users. */
export interface Series {
  app_id?: string;
  segment_id?: string;
}

/** The query of an export: series over one period. */
export interface ExportQuery extends Period {
  unit: Unit;
  timeZone: string;
  series: readonly Series[];
}

/** Each app with each segment, in the given order. */
export function combine(apps: readonly string[], segments: readonly string[]): Series[] {
  const some = (values: readonly string[]) => (values.length > 0 ? [...new Set(values)] : [undefined]);
  return some(apps).flatMap((app_id) =>
    some(segments).map((segment_id) => ({
      ...(app_id !== undefined && { app_id }),
      ...(segment_id !== undefined && { segment_id }),
    })),
  );
}

/** The range of one series, for the client. @param from the start, in milliseconds since the epoch. */
export function rangeOf(query: ExportQuery, series: Series, from: number): RangeQuery {
  return {
    from: new Date(from),
    to: new Date(query.to),
    timeZone: query.timeZone,
    unit: query.unit,
    ...series,
  };
}

/**
 * The number of requests of an export from an instant on, without retries. Sends nothing.
 *
 * @throws RangeError for a period that the client refuses, such as more than 100 years.
 */
export function countRequests(query: ExportQuery, from = query.from): number {
  if (from >= query.to) return 0;
  return countCalls(rangeOf(query, {}, from)) * query.series.length;
}

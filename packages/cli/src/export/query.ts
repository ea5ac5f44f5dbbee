import type { GetSessionsDataSeriesParameters } from '@session-series/client';
import { countCalls, type RangeQuery } from '@session-series/client/range';
import type { Period } from '../period/period.ts';

/** The time between two points, as the contract has it. */
export type Unit = NonNullable<GetSessionsDataSeriesParameters['unit']>;

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

/**
 * How many requests an export makes from an instant on, if none has to be repeated. Sends nothing.
 *
 * @throws RangeError for a period that the client does not fetch, such as more than 100 years.
 */
export function countRequests(query: ExportQuery, from = query.from): number {
  if (from >= query.to) return 0;
  return countCalls(rangeOf(query, {}, from)) * query.series.length;
}

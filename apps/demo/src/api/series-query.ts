import type { Client, GetSessionsDataSeriesResponse } from '@session-series/client';
import { operationOptions, rangeOptions } from '@session-series/client/react-query';
import { hashKey } from '@tanstack/react-query';
import { secondsOf } from '../contract/parameters.ts';
import type { Line, Plan } from '../series/plan.ts';
import { instantOf, zoneOf } from '../series/wall-time.ts';
import { noteProgress } from './progress.ts';

/** Every query of the page starts with this. */
export const root = 'series';

/**
 * The query of one line of a plan: one call, or a range of several.
 *
 * @param era what makes the same question another one: the fault of the mock, and the time that stands for now.
 */
export function seriesQuery(client: Client, plan: Plan, line: Line, era: readonly unknown[]) {
  const options = plan.isRange ? rangeQuery(client, plan, line, era) : callQuery(client, plan, line, era);
  return {
    ...options,
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    networkMode: 'always',
  } as const;
}

function callQuery(client: Client, { count, unit, endingAt }: Plan, line: Line, era: readonly unknown[]) {
  const query = { length: count, unit, ...line, ...(endingAt !== undefined && { ending_at: endingAt }) };
  const { queryKey, ...options } = operationOptions(client, 'getSessionsDataSeries', query);
  return { ...options, queryKey: [root, ...era, ...queryKey], select: pointsOf };
}

const pointsOf = ({ data }: GetSessionsDataSeriesResponse['body']) => data;

function rangeQuery(client: Client, plan: Plan, line: Line, era: readonly unknown[]) {
  const { unit, first, last, offset } = plan;
  const query = {
    ...line,
    unit,
    from: instantOf(first, offset).toISOString(),
    to: instantOf(last + secondsOf[unit], offset).toISOString(),
    timeZone: zoneOf(offset),
  };
  const { queryKey, ...options } = rangeOptions(client, query, {
    onProgress: ({ done, total }) => noteProgress(hashKey(key), done / total),
  });
  const key = [root, ...era, ...queryKey];
  return { ...options, queryKey: key };
}

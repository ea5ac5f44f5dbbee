import { type UseQueryOptions, type UseQueryResult, useQueries, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type Aligned, align, type Fetched, type Point } from '../series/aligned.ts';
import { type Line, type Plan, periodBefore } from '../series/plan.ts';
import type { Behaviour } from '../view/behaviour.ts';
import { type Failure, SeriesFailure } from './failure.ts';
import { setProgress } from './progress.ts';
import type { Source } from './source.ts';

/** Everything that was asked, once every line is here. */
export interface Answer {
  plan: Plan;
  fetched: Fetched[];
  aligned: Aligned;
}

export interface SeriesState {
  answer: Answer | undefined;
  failure: Failure | undefined;
  isFetching: boolean;
  /** True when the reader stopped it. */
  isStopped: boolean;
  /** Asks again for what is missing. */
  retry(): void;
  cancel(): void;
}

interface Asked {
  /** Undefined asks nothing. */
  plan: Plan | undefined;
  compare: boolean;
  behaviour: Behaviour;
  /** Epoch milliseconds that stand for now. */
  now: number;
}

const root = 'series';

/** Fetches every line of a plan, and the period before when it is compared. */
export function useSeries(source: Source, { plan, compare, behaviour, now }: Asked): SeriesState {
  const client = useQueryClient();
  const periods = plan ? (compare ? [plan, periodBefore(plan)] : [plan]) : [];
  const queries = periods.flatMap((period) =>
    period.lines.map((line) => queryOf(source, period, line, behaviour, now)),
  );
  const combine = useCallback(
    (results: UseQueryResult<Point[]>[]) => combined(results, plan, compare),
    [plan, compare],
  );
  return {
    ...useQueries({ queries, combine }),
    retry: () =>
      void client.refetchQueries({
        queryKey: [root],
        type: 'active',
        predicate: ({ state }) => state.data === undefined,
      }),
    cancel: () => void client.cancelQueries({ queryKey: [root] }),
  };
}

function combined(results: UseQueryResult<Point[]>[], plan: Plan | undefined, compare: boolean) {
  const points = results.flatMap(({ data }) => (data ? [data] : []));
  const error = results.find((result) => result.error)?.error;
  const isFetching = results.some((result) => result.isFetching);
  const isComplete = plan !== undefined && points.length === results.length;
  const fetched = isComplete
    ? plan.lines.map((line, index) => ({
        line,
        points: points[index] ?? [],
        before: compare ? points[plan.lines.length + index] : undefined,
      }))
    : [];
  return {
    answer: isComplete ? { plan, fetched, aligned: align(plan, fetched) } : undefined,
    failure: error ? failureOf(error) : undefined,
    isFetching,
    isStopped: plan !== undefined && !isComplete && !isFetching && !error,
  };
}

function failureOf(error: Error): Failure {
  return error instanceof SeriesFailure ? error.failure : { kind: 'network' };
}

function queryOf(source: Source, plan: Plan, line: Line, behaviour: Behaviour, now: number) {
  const key = [root, behaviour, plan.unit, plan.count, plan.endingAt ?? now, line];
  const name = JSON.stringify(key);
  return {
    queryKey: key,
    queryFn: async ({ signal }) => {
      try {
        const onProgress = plan.isRange ? (share: number) => setProgress(name, share) : undefined;
        return await source.load(plan, line, { signal, onProgress, behaviour });
      } finally {
        setProgress(name, undefined);
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    // The client retries; twice the patience helps nobody.
    retry: false,
    refetchOnWindowFocus: false,
    networkMode: 'always',
  } satisfies UseQueryOptions<Point[]>;
}

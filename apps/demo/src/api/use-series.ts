import { type UseQueryOptions, useQueries, useQueryClient } from '@tanstack/react-query';
import { type Aligned, align, type Fetched, type Point } from '../series/aligned.ts';
import { type Line, type Plan, periodBefore } from '../series/plan.ts';
import { useSame } from '../shell/same.ts';
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
  const results = useQueries({ queries });
  const points = results.flatMap(({ data }) => (data ? [data] : []));
  const isComplete = plan !== undefined && points.length === results.length;
  // Laying out three years by the hour is done once, not at each zoom.
  const answer = useSame([isComplete ? plan : undefined, compare, ...points], () =>
    isComplete ? answerOf(plan, points, compare) : undefined,
  );
  const error = results.find((result) => result.error)?.error;
  const isFetching = results.some((result) => result.isFetching);
  return {
    answer,
    failure: error ? failureOf(error) : undefined,
    isFetching,
    isStopped: plan !== undefined && !isComplete && !isFetching && !error,
    retry: () =>
      void client.refetchQueries({
        queryKey: [root],
        type: 'active',
        predicate: ({ state }) => state.data === undefined,
      }),
    cancel: () => void client.cancelQueries({ queryKey: [root] }),
  };
}

function answerOf(plan: Plan, points: readonly Point[][], compare: boolean): Answer {
  const fetched = plan.lines.map((line, index) => ({
    line,
    points: points[index] ?? [],
    before: compare ? points[plan.lines.length + index] : undefined,
  }));
  return { plan, fetched, aligned: align(plan, fetched) };
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
    // Comparing an old answer with a new one point by point would gain nothing.
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
    // The client retries; twice the patience helps nobody.
    retry: false,
    refetchOnWindowFocus: false,
    networkMode: 'always',
  } satisfies UseQueryOptions<Point[]>;
}

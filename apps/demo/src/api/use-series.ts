import { hashKey, useQueries, useQueryClient } from '@tanstack/react-query';
import { type Aligned, align, type Fetched, type Point } from '../series/aligned.ts';
import { periodsToCompare } from '../series/comparison.ts';
import type { Plan } from '../series/plan.ts';
import { useSame } from '../shell/same.ts';
import type { Fault } from '../view/fault.ts';
import type { Clients } from './clients.ts';
import { type Failure, failureOf } from './failure.ts';
import { root, seriesQuery } from './series-query.ts';

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
  /** Hashes of the queries that are ranges, whose progress is told. */
  ranges: string[];
  /** Asks again for what is missing. */
  retry(): void;
  cancel(): void;
}

interface Asked {
  /** Undefined asks nothing. */
  plan: Plan | undefined;
  compare: boolean;
  fault: Fault;
  /** Epoch milliseconds that stand for now. */
  now: number;
}

/** Fetches every line of a plan, and what it is compared with. */
export function useSeries(clients: Clients, { plan, compare, fault, now }: Asked): SeriesState {
  const client = useQueryClient();
  const periods = plan ? periodsOf(plan, compare, now) : [];
  // What has ended does not change; what is under way does.
  const era = [fault, plan && plan.complete < plan.count ? now : 'ended'];
  const queries = periods.flatMap((period) =>
    period.lines.map((line) => seriesQuery(clients(fault), period, line, era)),
  );
  const results = useQueries({ queries });
  const points = results.map(({ data }) => data);
  // The chart does not wait for the part of the unit under way.
  const drawn = points.slice(0, plan && plan.lines.length * (compare ? 2 : 1));
  const isComplete = plan !== undefined && drawn.every((line) => line !== undefined);
  // Laying out three years by the hour is done once, not at each zoom.
  const answer = useSame([isComplete ? plan : undefined, ...points], () =>
    isComplete ? answerOf(plan, points) : undefined,
  );
  const error = results.find((result) => result.error)?.error;
  const isFetching = results.some((result) => result.isFetching);
  return {
    answer,
    failure: error ? failureOf(error) : undefined,
    isFetching,
    isStopped: plan !== undefined && !isComplete && !isFetching && !error,
    ranges: plan?.isRange ? queries.map(({ queryKey }) => hashKey(queryKey)) : [],
    retry: () =>
      void client.refetchQueries({
        queryKey: [root],
        type: 'active',
        predicate: ({ state }) => state.data === undefined,
      }),
    cancel: () => void client.cancelQueries({ queryKey: [root] }),
  };
}

/** The period; the one before; the ended part of the unit under way, now and before. */
function periodsOf(plan: Plan, compare: boolean, now: number): Plan[] {
  if (!compare) return [plan];
  const { before, elapsed } = periodsToCompare(plan, now);
  return elapsed ? [plan, before, elapsed.now, elapsed.before] : [plan, before];
}

/** @param points of each line of each period, in the order of {@link periodsOf}; undefined: not here yet */
function answerOf(plan: Plan, points: readonly (Point[] | undefined)[]): Answer {
  const isElapsedAsked = points.length > 2 * plan.lines.length;
  const fetched = plan.lines.map((line, index): Fetched => {
    const period = (number: number) => points[number * plan.lines.length + index];
    const [now, before] = [period(2), period(3)];
    const elapsed = now && before ? { now, before } : ('awaited' as const);
    return {
      line,
      points: period(0) ?? [],
      before: period(1),
      elapsed: isElapsedAsked ? elapsed : undefined,
    };
  });
  return { plan, fetched, aligned: align(plan, fetched) };
}

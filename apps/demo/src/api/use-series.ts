import { type Aligned, align, type Fetched, type Point } from '../series/aligned.ts';
import { type Comparison, comparisonOf } from '../series/comparison.ts';
import type { Line, Plan, Span } from '../series/plan.ts';
import { useStableValue } from '../shell/value-hooks.ts';
import type { Fault } from '../view/names.ts';
import type { Compare } from '../view/view.ts';
import type { Clients } from './clients.ts';
import { type Failure, failureOf } from './failure.ts';
import { isLong, type SeriesRequest, wantedSeries } from './series-request.ts';
import { store, useLoadedSeries } from './use-loaded-series.ts';

/** The query and its answer. */
export interface Answer {
  plan: Plan;
  comparison: Comparison | undefined;
  fetched: Fetched[];
  aligned: Aligned;
  /** True while older points are loading. */
  isPartial: boolean;
  /** When it arrived, in epoch milliseconds. */
  at: number;
}

export interface SeriesView {
  answer: Answer | undefined;
  failure: Failure | undefined;
  isFetching: boolean;
  /** True when the reader stopped it. */
  isStopped: boolean;
  /** From 0 to 1; undefined for short requests. */
  progress: number | undefined;
  /** Fetches missing points. */
  retry(): void;
  cancel(): void;
}

interface Asked {
  /** Undefined fetches nothing. */
  plan: Plan | undefined;
  compare: Compare;
  fault: Fault;
  /** The current time, in epoch milliseconds. */
  now: number;
}

/** Fetches all lines of a plan, and their comparison. */
export function useSeries(clients: Clients, { plan, compare, fault, now }: Asked): SeriesView {
  const comparison = plan && comparisonOf(plan, compare, now / 1000);
  const requests = plan ? requestsOf(plan, comparison) : [];
  // Only units in progress change.
  const keyPrefix = [fault, plan && plan.ended < plan.to ? now : 'ended'];
  const states = useLoadedSeries(requests.map((request) => wantedSeries(clients(fault), request, keyPrefix)));
  const points = states.map((state) =>
    state.status === 'done' || state.points.length > 0 ? state.points : undefined,
  );
  // The chart does not wait for the unit in progress and the whole workspace.
  const lines = plan?.lines.length ?? 0;
  const drawn = states.slice(0, lines * (comparison ? 2 : 1));
  const isComplete = plan !== undefined && drawn.every(({ status }) => status === 'done');
  const isAnyLong = requests.some(({ span, unit }) => isLong(span, unit));
  // Only a long series is drawn before it is complete; short ones would flicker.
  const hasSome = isAnyLong && points.slice(0, lines).every((some) => some);
  const isDrawable = plan !== undefined && (isComplete || hasSome);
  // The layout is kept, so that zooming into three years by the hour is fast.
  const answer = useStableValue([isDrawable ? plan : undefined, isComplete, ...points], () =>
    plan && isDrawable ? answerOf(plan, comparison, points, !isComplete) : undefined,
  );
  const error = states.find((state) => state.error)?.error;
  return {
    answer,
    failure: error ? failureOf(error) : undefined,
    isFetching: states.some(({ status }) => status === 'loading'),
    isStopped: states.some(({ status }) => status === 'stopped'),
    progress: isAnyLong ? states.reduce((sum, { share }) => sum + share, 0) / states.length : undefined,
    retry: () => store.retry(),
    cancel: () => store.stop(),
  };
}

/** The period, the previous one, the ended hours of the current day in both, and the whole workspace. */
function requestsOf(plan: Plan, comparison: Comparison | undefined): SeriesRequest[] {
  const { unit, zone, lines } = plan;
  const period: Span = { from: plan.from, to: plan.to };
  const each = (span: Span, of: Plan['unit'] = unit, those: readonly Line[] = lines) =>
    those.map((line): SeriesRequest => ({ span, unit: of, zone, line }));
  const elapsed = comparison?.elapsed;
  return [
    ...each(period),
    ...(comparison ? each(comparison.before) : []),
    ...(elapsed ? [...each(elapsed.now, 'hour'), ...each(elapsed.before, 'hour')] : []),
    ...(isShared(plan) ? each(period, unit, [{}]) : []),
  ];
}

const isWhole = ({ app_id, segment_id }: Line) => app_id === undefined && segment_id === undefined;

/** Whether the lines are parts of a total that is not drawn, and that takes few calls. */
function isShared({ lines, from, to, unit }: Plan): boolean {
  return !lines.some(isWhole) && !isLong({ from, to }, unit);
}

/** Whether an answer to a plan comes with the total of the workspace, for shares. */
export const hasShares = (plan: Plan): boolean =>
  isShared(plan) || (plan.lines.length > 1 && plan.lines.some(isWhole));

/** The answer before its first point: its places are there at once, so that nothing moves when it comes. */
export const awaitedAnswer = (plan: Plan): Answer => answerOf(plan, undefined, [], true);

/** @param points of each request, in the order of {@link requestsOf}; undefined while loading */
function answerOf(
  plan: Plan,
  comparison: Comparison | undefined,
  points: readonly (readonly Point[] | undefined)[],
  isPartial: boolean,
): Answer {
  const count = plan.lines.length;
  const fetched = plan.lines.map((line, index): Fetched => {
    const group = (number: number) => points[number * count + index];
    const [now, before] = comparison?.elapsed ? [group(2), group(3)] : [];
    return {
      line,
      points: group(0) ?? [],
      before: comparison && !isPartial ? group(1) : undefined,
      elapsed: now && before ? { now, before } : undefined,
    };
  });
  const whole = isShared(plan) ? points.at(-1) : plan.lines.length > 1 ? wholeOf(plan, fetched) : undefined;
  return {
    plan,
    comparison,
    fetched,
    aligned: align(plan, isPartial ? undefined : comparison, fetched, whole),
    isPartial,
    at: Date.now(),
  };
}

/** The points of the line that is the whole workspace. */
function wholeOf({ lines }: Plan, fetched: readonly Fetched[]): readonly Point[] | undefined {
  return fetched[lines.findIndex(isWhole)]?.points;
}

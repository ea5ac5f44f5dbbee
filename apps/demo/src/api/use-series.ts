import { type Aligned, align, type Fetched, type Point } from '../series/aligned.ts';
import { type Comparison, comparisonOf } from '../series/comparison.ts';
import type { Line, Plan, Span } from '../series/plan.ts';
import { useStableValue } from '../shell/stable-value.ts';
import type { Fault } from '../view/fault.ts';
import type { Compare } from '../view/view.ts';
import type { Clients } from './clients.ts';
import { type Failure, failureOf } from './failure.ts';
import { isLong, type SeriesRequest, wantedSeries } from './series-request.ts';
import { store, useLoadedSeries } from './use-loaded-series.ts';

/** What was asked and what came. */
export interface Answer {
  plan: Plan;
  comparison: Comparison | undefined;
  fetched: Fetched[];
  aligned: Aligned;
  /** True while older points are still to come. */
  isPartial: boolean;
  /** When it came, epoch milliseconds. */
  at: number;
}

export interface SeriesView {
  answer: Answer | undefined;
  failure: Failure | undefined;
  isFetching: boolean;
  /** True when the reader stopped it. */
  isStopped: boolean;
  /** From 0 to 1; undefined for what is answered in a moment. */
  progress: number | undefined;
  /** Fetches what is missing. */
  retry(): void;
  cancel(): void;
}

interface Asked {
  /** Undefined fetches nothing. */
  plan: Plan | undefined;
  compare: Compare;
  fault: Fault;
  /** Epoch milliseconds that stand for now. */
  now: number;
}

/** Fetches every line of a plan, and what it is compared with. */
export function useSeries(clients: Clients, { plan, compare, fault, now }: Asked): SeriesView {
  const comparison = plan && comparisonOf(plan, compare, now / 1000);
  const requests = plan ? requestsOf(plan, comparison) : [];
  // What has ended does not change; what is in progress does.
  const era = [fault, plan && plan.ended < plan.to ? now : 'ended'];
  const states = useLoadedSeries(requests.map((request) => wantedSeries(clients(fault), request, era)));
  const points = states.map((state) =>
    state.status === 'done' || state.points.length > 0 ? state.points : undefined,
  );
  // The chart waits for neither the part of the unit in progress nor the whole workspace.
  const lines = plan?.lines.length ?? 0;
  const drawn = states.slice(0, lines * (comparison ? 2 : 1));
  const isComplete = plan !== undefined && drawn.every(({ status }) => status === 'done');
  const isAnyLong = requests.some(({ span, unit }) => isLong(span, unit));
  // Only a long series is drawn before all of it is here: anything else would flicker.
  const hasSome = isAnyLong && points.slice(0, lines).every((some) => some);
  const isDrawable = plan !== undefined && (isComplete || hasSome);
  // Laying out three years by the hour is done once, not at each zoom.
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

/** The period; the one before; the ended hours of the day in progress, now and before; the whole workspace. */
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

/** True when lines are parts of a whole that is not itself drawn, and the whole costs few calls. */
function isShared({ lines, from, to, unit }: Plan): boolean {
  const isWhole = ({ app_id, segment_id }: Line) => app_id === undefined && segment_id === undefined;
  return !lines.some(isWhole) && !isLong({ from, to }, unit);
}

/** @param points of each request, in the order of {@link requestsOf}; undefined: not here yet */
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
  const index = lines.findIndex(({ app_id, segment_id }) => app_id === undefined && segment_id === undefined);
  return fetched[index]?.points;
}

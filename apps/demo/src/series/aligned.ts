import { secondsOf } from '../contract/parameters.ts';
import { type Comparison, comparisonOf } from './comparison.ts';
import type { Line, Plan } from './plan.ts';
import { type Statistics, statisticsOf } from './statistics.ts';
import { wallTimeOf } from './wall-time.ts';

/** A point as the API sends it. */
export interface Point {
  time: string;
  sessions: number;
}

/** One line with its values beside the chart's times; null where the API sent no point. */
export interface AlignedLine {
  line: Line;
  values: (number | null)[];
  /** The period before, unit by unit; undefined when it is not compared. */
  before: (number | null)[] | undefined;
  statistics: Statistics;
  statisticsBefore: Statistics | undefined;
  /** Like with like, as the whole of the two periods may not be; undefined until it is known. */
  comparison: Comparison | undefined;
}

/** All lines over the same times. */
export interface Aligned {
  /** Wall time of each unit, ascending. */
  times: number[];
  /** Units that have ended; those after them are still under way. */
  complete: number;
  lines: AlignedLine[];
}

/** What was fetched for one line. */
export interface Fetched {
  line: Line;
  points: readonly Point[];
  before: readonly Point[] | undefined;
  /** The ended part of the unit under way, now and in the period before; undefined when none is needed. */
  elapsed: { now: readonly Point[]; before: readonly Point[] } | 'awaited' | undefined;
}

/**
 * Lays all lines over the units of the plan.
 *
 * Points are placed by their own time, so that a gap stays a gap. Where the API's last unit is not the one that
 * the page expected (its clock differs), the API is right and the times follow it.
 */
export function align(plan: Plan, fetched: readonly Fetched[]): Aligned {
  const step = secondsOf[plan.unit];
  const newest = Math.max(...fetched.map(({ points }) => lastTime(points) ?? -Infinity));
  const last = Number.isFinite(newest) ? newest : plan.last;
  const first = last - (plan.count - 1) * step;
  const shift = plan.count * step;
  const times = Array.from({ length: plan.count }, (_, index) => first + index * step);
  return {
    times,
    complete: plan.complete,
    lines: fetched.map(({ line, points, before, elapsed }) => {
      const values = place(points, first, step, plan.count);
      const placedBefore = before && place(before, first - shift, step, plan.count);
      return {
        line,
        values,
        before: placedBefore,
        statistics: statisticsOf(values, plan.complete),
        statisticsBefore: placedBefore && statisticsOf(placedBefore),
        comparison:
          placedBefore && elapsed !== 'awaited'
            ? comparisonOf(values, placedBefore, plan.complete, elapsed)
            : undefined,
      };
    }),
  };
}

function lastTime(points: readonly Point[]): number | undefined {
  const point = points.at(-1);
  return point && wallTimeOf(point.time);
}

function place(points: readonly Point[], first: number, step: number, count: number): (number | null)[] {
  const values = new Array<number | null>(count).fill(null);
  for (const { time, sessions } of points) {
    const index = Math.round((wallTimeOf(time) - first) / step);
    if (index >= 0 && index < count) values[index] = sessions;
  }
  return values;
}

import { clockOf, hour } from '../time/clock.ts';
import { type Buckets, bucketsOf, keyOf } from './buckets.ts';
import { type Comparison, shiftEnd, shiftKey } from './comparison.ts';
import type { Line, Plan } from './plan.ts';

/** A point as the API sends it. */
export interface Point {
  time: string;
  sessions: number;
}

export type Values = (number | null)[];

/** One line with its values by bucket; null where the API sent no point. */
export interface AlignedLine {
  line: Line;
  values: Values;
  /** The values of the period that it is compared with, bucket by bucket. */
  before: Values | undefined;
  /** A fair comparison: only complete units on both sides. Undefined while loading. */
  comparison: { now: number; before: number } | undefined;
}

/** All lines over the same buckets. */
export interface Aligned extends Buckets {
  /** Buckets that have ended. */
  complete: number;
  /** Buckets that have begun: those that have ended, and the one in progress. Those after them are upcoming. */
  begun: number;
  lines: AlignedLine[];
  /** The sessions of the whole workspace in the same period, for shares; undefined if not requested. */
  whole: number | undefined;
}

/** The fetched data of one line. */
export interface Fetched {
  line: Line;
  points: readonly Point[];
  before: readonly Point[] | undefined;
  /** The ended hours of the current day, and of the day it is compared with; undefined while loading. */
  elapsed: { now: readonly Point[]; before: readonly Point[] } | undefined;
}

/** Aligns all lines with the buckets of the plan. Points are placed by time, so that gaps stay gaps. */
export function align(
  plan: Plan,
  comparison: Comparison | undefined,
  fetched: readonly Fetched[],
  whole: readonly Point[] | undefined,
): Aligned {
  const buckets = bucketsOf(plan);
  const firstInProgress = buckets.ends.findIndex((end) => end > plan.ended);
  return {
    ...buckets,
    complete: firstInProgress < 0 ? buckets.ends.length : firstInProgress,
    begun: buckets.starts.filter((start) => start < plan.begun).length,
    whole: whole?.reduce((sum, { sessions }) => sum + sessions, 0),
    lines: fetched.map((one) => alignLine(plan, comparison, buckets, one)),
  };
}

function alignLine(
  plan: Plan,
  comparison: Comparison | undefined,
  buckets: Buckets,
  { line, points, before, elapsed }: Fetched,
): AlignedLine {
  const read = instantReader(plan.zone);
  const values = valuesOf(plan, buckets, points, read);
  if (!comparison || !before) return { line, values, before: undefined, comparison: undefined };
  const key = keyOf(plan);
  const sums = new Map<number, number>();
  for (const { time, sessions } of before) {
    const number = key(read(time));
    sums.set(number, (sums.get(number) ?? 0) + sessions);
  }
  const isKnown = !comparison.elapsed || elapsed;
  return {
    line,
    values,
    before: buckets.keys.map((number) => sums.get(shiftKey(plan.by, number, comparison.shift)) ?? null),
    comparison: isKnown ? sumsOf(plan, comparison, points, before, elapsed, read) : undefined,
  };
}

function valuesOf(
  plan: Plan,
  { starts, keys }: Buckets,
  points: readonly Point[],
  read: (time: string) => number,
): Values {
  const values = new Array<number | null>(starts.length).fill(null);
  const key = keyOf(plan);
  const indexes = new Map(keys.map((number, index) => [number, index]));
  for (const { time, sessions } of points) {
    const instant = read(time);
    // Two hours of a night may have the same local time, but not the same instant.
    const index = plan.by === 'hour' ? Math.round((instant - plan.from) / hour) : indexes.get(key(instant));
    if (index !== undefined && index >= 0 && index < values.length)
      values[index] = (values[index] ?? 0) + sessions;
  }
  return values;
}

function sumsOf(
  plan: Plan,
  { shift }: Comparison,
  points: readonly Point[],
  before: readonly Point[],
  elapsed: Fetched['elapsed'],
  read: (time: string) => number,
): { now: number; before: number } {
  const end = shiftEnd(clockOf(plan.zone), plan.ended, shift);
  const sum = (series: readonly Point[], until: number) =>
    series.reduce((all, { time, sessions }) => (read(time) < until ? all + sessions : all), 0);
  return {
    now: sum(points, plan.ended) + sum(elapsed?.now ?? [], Number.POSITIVE_INFINITY),
    before:
      (plan.ended > plan.from ? sum(before, end) : 0) + sum(elapsed?.before ?? [], Number.POSITIVE_INFINITY),
  };
}

/** Reads a point's time: a date of the zone's calendar, or a date-time, with an offset or by the zone's clock. */
export function instantReader(zone: string): (time: string) => number {
  const clock = clockOf(zone);
  return (time) => {
    if (time.length === 10) return clock.startOfDay(Date.parse(`${time}T00:00:00Z`) / 86_400_000);
    if (/[Zz]$|[+-]\d{2}:?\d{2}$/.test(time)) return Date.parse(time) / 1000;
    const wall = Date.parse(`${time}Z`) / 1000;
    return wall - (clock.wallOf(wall) - wall);
  };
}

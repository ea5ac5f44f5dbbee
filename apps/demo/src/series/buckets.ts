import { firstDayOfMonth, firstDayOfWeek, monthOf, weekOf } from '../time/calendar.ts';
import { clockOf, day, hour } from '../time/clock.ts';
import type { Plan } from './plan.ts';

/** The points of the chart: each counts the sessions of an hour, a day, a week or a month. */
export interface Buckets {
  /** The first instant of each, ascending; the first one is cut at the start of the period. */
  starts: number[];
  /** The end of each, not included; the last one is cut at the end of the period. */
  ends: number[];
  /** The key of each; see {@link keyOf}. */
  keys: number[];
  /** Whether the period contains only a part of the week or the month. */
  isCut: boolean[];
}

type Grid = Pick<Plan, 'by' | 'zone' | 'weekStart' | 'from' | 'to'>;

/** Divides a period into buckets. */
export function bucketsOf(grid: Grid): Buckets {
  const buckets: Buckets = { starts: [], ends: [], keys: [], isCut: [] };
  const { from, to, zone } = grid;
  const key = keyOf(grid);
  if (grid.by === 'hour') {
    for (let start = from; start < to; start += hour) push(buckets, start, start + hour, key(start), false);
    return buckets;
  }
  const clock = clockOf(zone);
  const [first, last] = [clock.dayOf(from), clock.dayOf(to - 1)];
  for (let calendarDay = first; calendarDay <= last; ) {
    const start = clock.startOfDay(calendarDay);
    const number = key(start);
    const [wholeStart, next] = daysOfBucket(grid, number);
    const end = clock.startOfDay(Math.min(next, last + 1));
    push(buckets, start, end, number, wholeStart < first || next > last + 1);
    calendarDay = next;
  }
  return buckets;
}

/** First calendar day of a bucket, and of the one after it. */
function daysOfBucket({ by, weekStart }: Grid, key: number): [number, number] {
  switch (by) {
    case 'week':
      return [firstDayOfWeek(key, weekStart), firstDayOfWeek(key + 1, weekStart)];
    case 'month':
      return [firstDayOfMonth(key), firstDayOfMonth(key + 1)];
    default:
      return [key, key + 1];
  }
}

/**
 * Makes a function that returns the key of an instant's bucket: the number of its local hour, calendar day, week or month.
 *
 * When clocks are set back, two hours share a number.
 */
export function keyOf({
  by,
  zone,
  weekStart,
}: Pick<Plan, 'by' | 'zone' | 'weekStart'>): (instant: number) => number {
  const clock = clockOf(zone);
  switch (by) {
    case 'hour':
      return (instant) => Math.floor(clock.wallOf(instant) / hour);
    case 'day':
      return clock.dayOf;
    case 'week':
      return (instant) => weekOf(clock.dayOf(instant), weekStart);
    case 'month':
      return (instant) => monthOf(clock.dayOf(instant));
  }
}

/** Hours of a day; a day number times this is the number of its first hour. */
export const hoursOfDay = day / hour;

function push(buckets: Buckets, start: number, end: number, key: number, isCut: boolean): void {
  buckets.starts.push(start);
  buckets.ends.push(end);
  buckets.keys.push(key);
  buckets.isCut.push(isCut);
}

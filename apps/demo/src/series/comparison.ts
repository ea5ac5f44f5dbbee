/** The period that a period is compared with: the same weekdays, the same part of the month, or the same dates a year before. */
import { addMonths, monthOf, weekOf } from '../time/calendar.ts';
import { type Clock, clockOf, day, hour } from '../time/clock.ts';
import type { Compare } from '../view/view.ts';
import { hoursOfDay } from './buckets.ts';
import type { Plan, Span } from './plan.ts';

/** How far back the compared period is. */
export type Shift = { days: number } | { months: number };

/** What to fetch to compare two periods. */
export interface Comparison {
  shift: Shift;
  before: Span;
  /** The ended hours of the current day, and the same hours of the day it is compared with. */
  elapsed: { now: Span; before: Span } | undefined;
}

/**
 * Finds the period to compare with.
 *
 * A period is shifted by whole weeks, so that weekdays match, by whole months if months are drawn, or by a year.
 *
 * @param now seconds since the epoch
 */
export function comparisonOf(plan: Plan, compare: Compare, now: number): Comparison | undefined {
  if (compare === 'none') return undefined;
  const clock = clockOf(plan.zone);
  const shift = shiftOf(plan, compare);
  const hours = plan.unit === 'hour' || plan.ended >= plan.to ? 0 : Math.floor((now - plan.ended) / hour);
  const part = (from: number): Span => ({ from, to: from + hours * hour });
  return {
    shift,
    before: { from: shiftStart(clock, plan.from, shift), to: shiftEnd(clock, plan.to, shift) },
    elapsed:
      hours > 0 ? { now: part(plan.ended), before: part(shiftStart(clock, plan.ended, shift)) } : undefined,
  };
}

function shiftOf({ by, zone, weekStart, from, to }: Plan, compare: Compare): Shift {
  const clock = clockOf(zone);
  const [first, last] = [clock.dayOf(from), clock.dayOf(to - 1)];
  // 52 weeks, so that weekdays match.
  if (compare === 'year') return by === 'week' ? { days: 364 } : { months: 12 };
  if (by === 'month') return { months: monthOf(last) - monthOf(first) + 1 };
  const weeks =
    by === 'week'
      ? weekOf(last, weekStart) - weekOf(first, weekStart) + 1
      : Math.ceil((last - first + 1) / 7);
  return { days: weeks * 7 };
}

/** The calendar day that a day is compared with. */
function shiftDay(calendarDay: number, shift: Shift): number {
  return 'days' in shift ? calendarDay - shift.days : addMonths(calendarDay, -shift.months);
}

/** The same time of day on the day that a day is compared with; where its clocks skip that time, the first one after. */
function shiftInstant(clock: Clock, instant: number, shift: Shift): number {
  const calendarDay = clock.dayOf(instant);
  const other = shiftDay(calendarDay, shift);
  const timeOfDay = clock.wallOf(instant) - calendarDay * day;
  const start = clock.startOfDay(other);
  const guess = start + timeOfDay;
  return Math.max(start, guess + other * day + timeOfDay - clock.wallOf(guess));
}

/**
 * The start that a start is compared with. The start of a day remains one, even where clocks skip midnight.
 */
function shiftStart(clock: Clock, start: number, shift: Shift): number {
  const first = clock.dayOf(start);
  return clock.startOfDay(first) === start
    ? clock.startOfDay(shiftDay(first, shift))
    : shiftInstant(clock, start, shift);
}

/** The end that an end is compared with. A whole day remains one, even if it has 23 or 25 hours. */
export function shiftEnd(clock: Clock, end: number, shift: Shift): number {
  const last = clock.dayOf(end - 1);
  return clock.startOfDay(last + 1) === end
    ? clock.startOfDay(shiftDay(last, shift) + 1)
    : shiftInstant(clock, end, shift);
}

/** The key of the bucket that a bucket is compared with. */
export function shiftKey(by: Plan['by'], key: number, shift: Shift): number {
  switch (by) {
    case 'hour':
      return (
        shiftDay(Math.floor(key / hoursOfDay), shift) * hoursOfDay +
        (((key % hoursOfDay) + hoursOfDay) % hoursOfDay)
      );
    case 'day':
      return shiftDay(key, shift);
    case 'week':
      return 'days' in shift ? key - shift.days / 7 : key;
    case 'month':
      return 'months' in shift ? key - shift.months : key;
  }
}

import { weekdayOf } from '../time/calendar.ts';
import { clockOf, hour } from '../time/clock.ts';
import { instantReader, type Point } from './aligned.ts';
import { hoursOfDay } from './buckets.ts';

/** A weekday and its average sessions by hour of the day; null for hours without data. */
export interface HeatRow {
  /** 0 is Sunday. */
  weekday: number;
  means: (number | null)[];
}

/** Averages hourly points by weekday and hour of the zone's clock. Rows are in the order of the reader's week. */
export function heatOf(points: readonly Point[], zone: string, weekStart: number): HeatRow[] {
  const clock = clockOf(zone);
  const read = instantReader(zone);
  const sums = new Map<number, { sum: number; count: number }>();
  for (const { time, sessions } of points) {
    const wallHour = Math.floor(clock.wallOf(read(time)) / hour);
    const calendarDay = Math.floor(wallHour / hoursOfDay);
    const cell = weekdayOf(calendarDay) * hoursOfDay + (wallHour - calendarDay * hoursOfDay);
    const { sum, count } = sums.get(cell) ?? { sum: 0, count: 0 };
    sums.set(cell, { sum: sum + sessions, count: count + 1 });
  }
  return Array.from({ length: 7 }, (_, index) => {
    const weekday = (index + weekStart) % 7;
    return {
      weekday,
      means: Array.from({ length: hoursOfDay }, (_, hourOfDay) => {
        const found = sums.get(weekday * hoursOfDay + hourOfDay);
        return found ? found.sum / found.count : null;
      }),
    };
  });
}

/** The hour of the week with the highest average, the first of equal ones; undefined without data. */
export function busiestOf(
  rows: readonly HeatRow[],
): { weekday: number; hour: number; mean: number } | undefined {
  let found: ReturnType<typeof busiestOf>;
  for (const { weekday, means } of rows)
    for (const [hour, mean] of means.entries())
      if (mean !== null && mean > (found?.mean ?? 0)) found = { weekday, hour, mean };
  return found;
}

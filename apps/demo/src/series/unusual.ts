/** Points that are unusual for their weekday. */
import { weekdayOf } from '../time/calendar.ts';
import { hoursOfDay } from './buckets.ts';
import type { Granularity } from './plan.ts';

/** Robust z-score above which a point is unusual, as Iglewicz and Hoaglin (1993) recommend. */
export const unusualScore = 3.5;
/** The number of points of the same weekday on each side that a point is compared with. */
const neighbours = 4;
/** The minimum number of points. */
const fewest = 4;
/** Makes the median absolute deviation comparable with a standard deviation. */
const scale = 1.4826;

/**
 * Finds points whose distance from the median of the nearest points of the same weekday (and hour) is more than
 * {@link unusualScore} times their median absolute deviation.
 *
 * @param keys day or hour numbers of the points; weeks and months are never unusual.
 * @param complete the number of complete points, since the one in progress is always low.
 * @returns indexes, ascending.
 */
export function unusualOf(
  values: readonly (number | null)[],
  keys: readonly number[],
  by: Granularity,
  complete: number,
): number[] {
  if (by !== 'hour' && by !== 'day') return [];
  const peers = new Map<number, number[]>();
  for (let index = 0; index < complete; index += 1) {
    if (values[index] == null) continue;
    const group = groupOf(keys[index] ?? 0, by);
    const indexes = peers.get(group);
    if (indexes) indexes.push(index);
    else peers.set(group, [index]);
  }
  const found: number[] = [];
  for (const indexes of peers.values()) {
    const series = indexes.map((index) => values[index] ?? 0);
    series.forEach((value, place) => {
      const near = [
        ...series.slice(Math.max(0, place - neighbours), place),
        ...series.slice(place + 1, place + 1 + neighbours),
      ];
      if (near.length >= fewest && isUnusual(value, near)) found.push(indexes[place] ?? 0);
    });
  }
  return found.sort((a, b) => a - b);
}

function groupOf(key: number, by: 'hour' | 'day'): number {
  if (by === 'day') return weekdayOf(key);
  const calendarDay = Math.floor(key / hoursOfDay);
  return weekdayOf(calendarDay) * hoursOfDay + (key - calendarDay * hoursOfDay);
}

function isUnusual(value: number, near: readonly number[]): boolean {
  const middle = median(near);
  // Counts vary by at least their square root, even if a few points are equal.
  const deviation = Math.max(
    scale * median(near.map((other) => Math.abs(other - middle))),
    Math.sqrt(middle),
    1,
  );
  return Math.abs(value - middle) > unusualScore * deviation;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? 0)) / 2;
}

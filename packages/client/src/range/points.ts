import type { GetSessionsDataSeriesResponse } from '../generated/methods.ts';
import { writeDateTime } from './date-time.ts';
import { readTime } from './instants.ts';
import { offsetAt } from './time-zone.ts';
import type { Window } from './windows.ts';

/** One point of a series. */
export type SessionsPoint = GetSessionsDataSeriesResponse['body']['data'][number];

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Sorts and deduplicates the points of a window, and gives them the times of the range: the day, or the hour with the offset of
 * the time zone at that instant.
 *
 * @param fillGaps whether a day or an hour without a point counts as 0; it is left out otherwise.
 * @returns the points, or what is wrong with them.
 */
export function pointsOf(
  window: Window,
  data: readonly SessionsPoint[],
  timeZone: string,
  fillGaps: boolean,
): SessionsPoint[] | string {
  const timeOf = timesOf(window, timeZone);
  // The usual response has each day or hour once, in order, in the form of the range: nothing has to be read.
  if (window.sumsUpTo === undefined && data.length === window.length) {
    const isUsual = data.every(({ time }, slot) => time === timeOf(slot));
    if (isUsual) return data.map(({ time, sessions }) => ({ time, sessions }));
  }
  const counts = new Map<number, number>();
  for (const [index, { time, sessions }] of data.entries()) {
    const slot = slotOf(window, time);
    if (slot === undefined) return `data[${index}].time is ${JSON.stringify(time)}, which was not requested`;
    if ((counts.get(slot) ?? sessions) !== sessions) return `data has two different counts for ${time}`;
    counts.set(slot, sessions);
  }
  const slots = Array.from({ length: window.length }, (_, slot) => slot);
  const present = fillGaps ? slots : slots.filter((slot) => counts.has(slot));
  if (window.sumsUpTo !== undefined) {
    const sessions = present.reduce((sum, slot) => sum + (counts.get(slot) ?? 0), 0);
    return present.length > 0 ? [{ time: window.sumsUpTo, sessions }] : [];
  }
  return present.map((slot) => ({ time: timeOf(slot), sessions: counts.get(slot) ?? 0 }));
}

/** The index of a time's day or hour in the window; `undefined` outside it. */
function slotOf({ unit, start, offset, length, firstDay }: Window, time: string): number | undefined {
  const slot =
    unit === 'day'
      ? (Date.parse(`${time.slice(0, 10)}T00:00:00Z`) - (firstDay ?? 0)) / day
      : ((readTime(time, offset) ?? Number.NaN) - start) / hour;
  return Number.isInteger(slot) && slot >= 0 && slot < length ? slot : undefined;
}

function timesOf({ unit, start, end, firstDay }: Window, timeZone: string): (slot: number) => string {
  if (unit === 'day') return (slot) => new Date((firstDay ?? 0) + slot * day).toISOString().slice(0, 10);
  const offset = offsetAt(timeZone, start);
  if (offset !== offsetAt(timeZone, end - 1)) {
    return (slot) => writeDateTime(start + slot * hour, offsetAt(timeZone, start + slot * hour));
  }
  // Minutes, seconds and offset are those of the first hour, and a date is written once.
  const rest = writeDateTime(start, offset).slice('2026-01-31T20'.length);
  let date = { day: Number.NaN, text: '' };
  return (slot) => {
    const wall = start + offset + slot * hour;
    const number = Math.floor(wall / day);
    if (number !== date.day) date = { day: number, text: new Date(wall).toISOString().slice(0, 11) };
    return `${date.text}${String(Math.floor(wall / hour) - number * 24).padStart(2, '0')}${rest}`;
  };
}

/**
 * Local time in a time zone.
 *
 * Instants are seconds since the epoch. A wall time is the local time in seconds, as if it were UTC; a calendar day is
 * the number of days since 1970-01-01.
 */

import { offsetAt, parseOffset, startOfDay } from '@session-series/client/range';

export const hour = 3_600;
export const day = 86_400;

export interface Clock {
  /** An IANA name such as `Europe/Paris`, or an offset such as `-05:00`. */
  readonly zone: string;
  wallOf(instant: number): number;
  /** The calendar day of an instant. */
  dayOf(instant: number): number;
  /** The first instant of a calendar day, even if the clocks skip midnight. */
  startOfDay(calendarDay: number): number;
}

const clocks = new Map<string, Clock>();

/** The clock of a time zone. @throws RangeError for a zone that the platform does not know. */
export function clockOf(zone: string): Clock {
  const clock = clocks.get(zone) ?? createClock(zone);
  clocks.set(zone, clock);
  return clock;
}

function createClock(zone: string): Clock {
  const wallOf = (instant: number) => instant + offsetAt(zone, instant * 1000) / 1000;
  // Throws for an unknown zone.
  wallOf(0);
  return {
    zone,
    wallOf,
    dayOf: (instant) => Math.floor(wallOf(instant) / day),
    startOfDay: (calendarDay) => startOfDay(zone, calendarDay * day * 1000) / 1000,
  };
}

/** Seconds east of UTC in an offset such as `+05:45`, `-5:00` or `Z`. */
export const offsetSeconds = (offset: string): number => parseOffset(offset) / 1000;

/** Whether the platform knows a time zone. */
export function isZone(text: string): boolean {
  try {
    return clockOf(text).zone === text;
  } catch {
    return false;
  }
}

let ownZone: string | undefined;

/** The browser's own time zone. Asking for it takes milliseconds, so it is asked for once. */
export function localZone(): string {
  ownZone ??= new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return ownZone;
}

/** `Europe/Paris (UTC+2)`, with both offsets if its clocks change in the period; an offset alone has no other name. */
export function zoneName(zone: string, { from, to }: { from: number; to: number }): string {
  if (/^([+-]|UTC$)/.test(zone)) return utcOffset(zone, from);
  const offsets = new Set<string>();
  for (let at = from; at < to; at += 28 * day) offsets.add(utcOffset(zone, at));
  offsets.add(utcOffset(zone, to - 1));
  return `${zone.replaceAll('_', ' ')} (${[...offsets].join(', ')})`;
}

/** `UTC+2`, `UTC−3:30`, `UTC` */
export function utcOffset(zone: string, instant: number): string {
  const clock = clockOf(zone);
  const minutes = Math.round((clock.wallOf(instant) - instant) / 60);
  if (minutes === 0) return 'UTC';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

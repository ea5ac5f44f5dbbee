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

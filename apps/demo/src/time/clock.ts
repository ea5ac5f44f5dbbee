/**
 * What a clock on the wall shows in a time zone.
 *
 * Instants are seconds since the epoch. A wall time is in seconds too, counted as if its zone were UTC; a calendar day
 * is the number of days since 1970-01-01.
 */

export const hour = 3_600;
export const day = 86_400;

export interface Clock {
  /** An IANA name such as `Europe/Paris`, or an offset such as `-05:00`. */
  readonly zone: string;
  wallOf(instant: number): number;
  /** The calendar day of an instant. */
  dayOf(instant: number): number;
  /** First instant of a calendar day, also where the clocks skip midnight. */
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
  const offsetAt = cachedOffsets(zone);
  const wallOf = (instant: number) => instant + offsetAt(instant);
  return {
    zone,
    wallOf,
    dayOf: (instant) => Math.floor(wallOf(instant) / day),
    startOfDay(calendarDay) {
      const wall = calendarDay * day;
      const [before, after] = [wall - offsetAt(wall - day), wall - offsetAt(wall + day)];
      // Midnight by the earlier offset is right unless the clocks have changed by then.
      const midnight = wallOf(before) === wall ? before : after;
      return wallOf(midnight) === wall ? midnight : Math.max(before, after);
    },
  };
}

/** Offsets by instant. `Intl` takes some 10 µs for each: days without a change of the clocks share one. */
function cachedOffsets(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const exact = (instant: number) => {
    const name = format.formatToParts(instant * 1000).find(({ type }) => type === 'timeZoneName')?.value;
    return offsetSeconds(name ?? '');
  };
  const midnights = new Map<number, number>();
  const atMidnight = (utcDay: number) => {
    const offset = midnights.get(utcDay) ?? exact(utcDay * day);
    midnights.set(utcDay, offset);
    return offset;
  };
  return (instant) => {
    const utcDay = Math.floor(instant / day);
    const offset = atMidnight(utcDay);
    return offset === atMidnight(utcDay + 1) ? offset : exact(instant);
  };
}

/** Seconds east of UTC in a text such as `GMT+05:45`, `-5:00` or `Z`. */
export function offsetSeconds(text: string): number {
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /([+-])(\d+):?(\d+)?(?::(\d+))?/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds));
}

/** True for a time zone that the platform knows. */
export function isZone(text: string): boolean {
  try {
    return clockOf(text).zone === text;
  } catch {
    return false;
  }
}

/** The browser's own time zone. */
export const localZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

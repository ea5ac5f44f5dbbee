const offsets = new Map<string, (instant: number) => number>();
const day = 24 * 3_600_000;

/**
 * How far a time zone is ahead of UTC at an instant, in milliseconds.
 *
 * @param timeZone an IANA name such as `Europe/Paris`, or an offset such as `-05:00`.
 * @param instant milliseconds since the epoch.
 * @throws RangeError for a time zone that the platform does not know.
 */
export function offsetAt(timeZone: string, instant: number): number {
  const known = offsets.get(timeZone) ?? offsetsOf(timeZone);
  offsets.set(timeZone, known);
  return known(instant);
}

/** Offsets by instant. `Intl` takes some 10 µs for each, so days on which the clocks do not change share one. */
function offsetsOf(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const exact = (instant: number) => {
    const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = 0, minutes = 0, seconds = 0] = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  };
  const midnights = new Map<number, number>();
  const atMidnight = (date: number) => {
    const offset = midnights.get(date) ?? exact(date * day);
    // Bounded, so that a program that walks through all of time does not fill the memory.
    if (midnights.size >= 100_000) midnights.clear();
    midnights.set(date, offset);
    return offset;
  };
  return (instant) => {
    const date = Math.floor(instant / day);
    const offset = atMidnight(date);
    return offset === atMidnight(date + 1) ? offset : exact(instant);
  };
}

/**
 * The first instant of a calendar day in a time zone, also where clocks skip midnight.
 *
 * @param date the day's midnight as if it were in UTC, in milliseconds since the epoch.
 * @returns milliseconds since the epoch.
 */
export function startOfDay(timeZone: string, date: number): number {
  const before = date - offsetAt(timeZone, date - day);
  const after = date - offsetAt(timeZone, date + day);
  // Midnight by the old offset is right unless the clocks have changed by then.
  const midnight = before + offsetAt(timeZone, before) === date ? before : after;
  return midnight + offsetAt(timeZone, midnight) === date ? midnight : Math.max(before, after);
}

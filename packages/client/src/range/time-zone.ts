const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * How far a time zone is ahead of UTC at an instant, in milliseconds.
 *
 * @param timeZone an IANA name such as `Europe/Paris`.
 * @param instant milliseconds since the epoch.
 * @throws RangeError for a time zone that the platform does not know.
 */
export function offsetAt(timeZone: string, instant: number): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

/** Writes an instant as an ISO 8601 date-time with the offset, to the second. */
export function writeWithOffset(instant: number, offset: number): string {
  const wall = new Date(instant + offset).toISOString().slice(0, 19);
  if (offset === 0) return `${wall}Z`;
  const minutes = Math.abs(offset) / 60_000;
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  return `${wall}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/**
 * The first instant of a calendar day in a time zone, also where clocks skip midnight.
 *
 * @param day the day's midnight as if it were in UTC, in milliseconds since the epoch.
 */
export function startOfDay(timeZone: string, day: number): number {
  const before = day - offsetAt(timeZone, day - 24 * 3_600_000);
  const after = day - offsetAt(timeZone, day + 24 * 3_600_000);
  // Midnight by the old offset is right unless the clocks have changed by then.
  const midnight = before + offsetAt(timeZone, before) === day ? before : after;
  return midnight + offsetAt(timeZone, midnight) === day ? midnight : Math.max(before, after);
}

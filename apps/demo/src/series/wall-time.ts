/**
 * Times as a clock on the wall shows them, in seconds, as if the wall were in UTC.
 *
 * A series is counted in the days and hours of one offset; drawn by wall time, its midnights are midnights.
 */

/** A date-time with an offset, taken apart. */
export interface WrittenTime {
  /** Wall time in seconds. */
  wall: number;
  /** As written: `Z`, `-05:00`, `-5:00`; empty when none was written, which means UTC. */
  offset: string;
}

const dateTime = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)?([Zz]|[+-]\d{1,2}(?::?\d{2})?)?$/;

/** Takes an `ending_at` apart. @returns undefined for what is no date-time, such as the 31st of February. */
export function parseEndingAt(text: string): WrittenTime | undefined {
  const [, date, minutes, seconds = ':00', offset = ''] = dateTime.exec(text) ?? [];
  const wall = Date.parse(`${date}T${minutes}${seconds}Z`) / 1000;
  if (Number.isNaN(wall) || !isoDateTime(wall).startsWith(`${date}T`)) return undefined;
  return { wall, offset };
}

/**
 * Takes what a reader types apart: a space may stand for the `T`, and the time may be missing.
 *
 * @param bareDate time of a date without one, such as `23:59:59`
 */
export function parseTyped(text: string, bareDate: string): WrittenTime | undefined {
  const dateTime = text.trim().replace(/\s+/, 'T');
  return parseEndingAt(dateTime.length === 10 ? `${dateTime}T${bareDate}` : dateTime);
}

/** Minutes east of UTC of a written offset. */
export function offsetMinutes(offset: string): number {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Wall time of a point: `2018-06-28`, or `2018-06-28T21:00:00-05:00` whose offset is the series' own. */
export function wallTimeOf(time: string): number {
  const text = time.length === 10 ? `${time}T00:00:00` : time.slice(0, 19);
  return Date.parse(`${text}Z`) / 1000;
}

/** `2018-06-28T23:59:59` */
export function isoDateTime(wall: number): string {
  return new Date(wall * 1000).toISOString().slice(0, 19);
}

/** Start of the unit that holds a wall time. */
export function startOfUnit(wall: number, seconds: number): number {
  return Math.floor(wall / seconds) * seconds;
}

/** True on Saturdays and Sundays. */
export function isWeekend(wall: number): boolean {
  const day = new Date(wall * 1000).getUTCDay();
  return day === 0 || day === 6;
}

/** The wall time of an instant at a written offset. @param instant epoch milliseconds */
export function wallTimeAt(instant: number, offset: string): number {
  return instant / 1000 + offsetMinutes(offset) * 60;
}

/** The instant of a wall time at a written offset. */
export function instantOf(wall: number, offset: string): Date {
  return new Date((wall - offsetMinutes(offset) * 60) * 1000);
}

/** A written offset as a time zone that `Intl` knows: `UTC`, `-05:00`. */
export function zoneOf(offset: string): string {
  const minutes = offsetMinutes(offset);
  const two = (number: number) => String(Math.trunc(number)).padStart(2, '0');
  if (minutes === 0) return 'UTC';
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

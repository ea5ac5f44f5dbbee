/** Date-times as the contract writes them: ISO 8601, with offsets that RFC 3339 would refuse, such as `-5:00`. */

/** A parsed date-time. */
export interface WrittenDateTime {
  /** The local time, in milliseconds since the epoch as if it were UTC. */
  readonly wall: number;
  /** The offset as written, such as `Z`, `-05:00` or `-5:00`; empty when there is none. */
  readonly offset: string;
}

const form =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?([Zz]|[+-](?:[01]?\d|2[0-3])(?::?[0-5]\d)?)?$/;

/**
 * Parses an ISO 8601 date-time such as `2018-06-28T23:59:59-5:00`.
 *
 * @returns `undefined` for anything else, and for a date, a time or an offset that does not exist.
 *
 * @example
 * parseDateTime('2018-06-28T23:59:59-5:00'); // { wall: 1530230399000, offset: '-5:00' }
 */
export function parseDateTime(text: string): WrittenDateTime | undefined {
  const [, year, month, day, hour, minute, second = '0', fraction = '0', offset = ''] = form.exec(text) ?? [];
  // The leap second 60 counts as the second before it.
  const whole = second === '60' ? 59 : Number(second);
  const wall = utc([Number(year), Number(month), Number(day), Number(hour), Number(minute), whole]);
  return wall === undefined ? undefined : { wall: wall + Math.floor(Number(`0.${fraction}`) * 1000), offset };
}

/**
 * Parses an offset: how far it is ahead of UTC in milliseconds, 0 for `Z` and for an empty text.
 *
 * @param offset such as `-05:00`, `-5:00`, `-0500` or `-5`.
 */
export function parseOffset(offset: string): number {
  const [, sign, hours = 0, minutes = 0] = /^([+-])(\d{1,2}?):?(\d{2})?$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/**
 * Writes an instant as an ISO 8601 date-time with an offset, to the second.
 *
 * @param instant milliseconds since the epoch.
 * @param offset how far ahead of UTC, in milliseconds.
 *
 * @example
 * writeDateTime(Date.UTC(2018, 5, 29, 4, 59, 59), -5 * 3_600_000); // '2018-06-28T23:59:59-05:00'
 */
export function writeDateTime(instant: number, offset: number): string {
  const wall = new Date(instant + offset).toISOString().slice(0, 19);
  if (offset === 0) return `${wall}Z`;
  const minutes = Math.abs(offset) / 60_000;
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  return `${wall}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** Milliseconds since the epoch of a time in UTC; `undefined` for a date that does not exist, such as February 30. */
export function utc([year = Number.NaN, month = 1, day = 1, hour = 0, minute = 0, second = 0]: number[]):
  | number
  | undefined {
  const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second));
  // `Date.UTC` takes years below 100 for those of the 20th century.
  date.setUTCFullYear(year, month - 1, day);
  const isReal =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  return isReal ? date.getTime() : undefined;
}

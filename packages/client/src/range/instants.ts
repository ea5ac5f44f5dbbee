import { type Instant, isDate, isTemporalInstant } from '../instant.ts';
import { parseDateTime, parseOffset, utc } from './date-time.ts';
import { startOfDay } from './time-zone.ts';

/** A calendar day without a time, such as a `Temporal.PlainDate`. */
export interface CalendarDay {
  /** Distinguishes a day from a month and from a time. */
  readonly dayOfWeek: number;
  readonly hour?: never;
  /** Returns an ISO 8601 date. */
  toString(): string;
}

/**
 * The start or end of a range: an {@link Instant}, or a calendar day such as `'2025-01-01'` or a `Temporal.PlainDate`, which means
 * its first instant in the time zone of the range.
 */
export type RangeInstant = Instant | CalendarDay;

const calendarDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Reads the start or end of a range.
 *
 * @param name `from` or `to`, for the message.
 * @returns milliseconds since the epoch.
 * @throws RangeError for anything but an instant, such as a date-time without an offset or a number.
 */
export function readInstant(value: unknown, name: string, timeZone: string): number {
  const time = isDate(value)
    ? value.getTime()
    : isTemporalInstant(value)
      ? value.epochMilliseconds
      : readText(textOf(value), timeZone);
  if (time !== undefined && !Number.isNaN(time)) return time;
  throw new RangeError(
    `${name}: ${typeof value === 'string' ? `"${value}"` : String(value)} is not an instant. Expected a Date, a calendar day ` +
      'such as "2025-01-01", a date-time with Z or an offset, or a Temporal instant.',
  );
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !('dayOfWeek' in value)) return '';
  // Only the ISO calendar is part of ISO 8601.
  return (value as { toString(options: object): string }).toString({ calendarName: 'never' });
}

function readText(text: string, timeZone: string): number | undefined {
  const [, ...date] = calendarDay.exec(text) ?? [];
  if (date.length > 0) {
    const day = utc(date.map(Number));
    return day === undefined ? undefined : startOfDay(timeZone, day);
  }
  const written = parseDateTime(text);
  return written && written.offset !== '' ? written.wall - parseOffset(written.offset) : undefined;
}

/** Reads the `time` of an hourly point; without an offset, that of the request is used. */
export function readTime(time: string, offset: number): number | undefined {
  const written = parseDateTime(time);
  return written && written.wall - (written.offset === '' ? offset : parseOffset(written.offset));
}

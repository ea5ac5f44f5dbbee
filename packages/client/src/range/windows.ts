import { maximumLength, type units } from '../generated/range-facts.ts';
import { writeDateTime } from './date-time.ts';
import { offsetAt, startOfDay } from './time-zone.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** The unit of a series. */
export type Unit = (typeof units)[number];

/** One request of a range, and the meaning of its points. */
export interface Window {
  readonly unit: Unit;
  readonly length: number;
  readonly ending_at: string;
  /** The first instant. */
  readonly start: number;
  /** The first instant after the window, where an interrupted range can continue. */
  readonly end: number;
  /** The offset in `ending_at`, in milliseconds. */
  readonly offset: number;
  /** For days: midnight of the first one, as if it were in UTC. */
  readonly firstDay?: number;
  /** For hours: the calendar day that they add up to, if the clocks change on it. */
  readonly sumsUpTo?: string;
}

/**
 * Splits a range of time into windows that the endpoint can answer, in order, without gaps or overlaps.
 *
 * The endpoint counts days at one offset. A window of days therefore ends where the offset of the time zone changes, and days of 23
 * or 25 hours are requested by the hour.
 *
 * @param from the first instant; its whole unit is covered.
 * @param to the first instant that need not be covered.
 * @throws RangeError for a change of the clocks by a part of an hour: that of a day, or a single one by the hour.
 */
export function* windows(from: number, to: number, unit: Unit, timeZone: string): Generator<Window> {
  yield* unit === 'hour' ? hours(from, to, timeZone) : days(from, to, timeZone);
}

// Hours are the same at all offsets that differ by whole hours, so a window may include a change of the clocks.
function* hours(from: number, to: number, timeZone: string): Generator<Window> {
  const offsetOf = keepsToUtcHours(timeZone, from)
    ? () => 0
    : (instant: number) => offsetAt(timeZone, instant);
  let offset = offsetOf(from);
  let start = Math.floor((from + offset) / hour) * hour - offset;
  while (start < to) {
    const length = Math.min(maximumLength, Math.ceil((to - start) / hour));
    const end = start + length * hour;
    const next = offsetOf(end - 1);
    if ((next - offset) % hour !== 0) throw partOfAnHour(timeZone, end - 1, 'Split the range there');
    yield { unit: 'hour', length, ending_at: endOf(end, offset, timeZone), start, end, offset };
    offset = next;
    start = end;
  }
}

/**
 * Whether winter and summer of a year differ by a part of an hour, as on Lord Howe Island. Its hours are counted as those of UTC all
 * year: they are whole, and each moment is in one of them, also when a range continues in the other season.
 */
function keepsToUtcHours(timeZone: string, from: number): boolean {
  const year = new Date(from).getUTCFullYear();
  const [january, july] = [0, 6].map((month) => offsetAt(timeZone, Date.UTC(year, month)));
  return ((january ?? 0) - (july ?? 0)) % hour !== 0;
}

function* days(from: number, to: number, timeZone: string): Generator<Window> {
  let date = Math.floor((from + offsetAt(timeZone, from)) / day) * day;
  let start = startOfDay(timeZone, date);
  while (start < to) {
    const length = countDaysOfOneOffset(date, start, to, timeZone);
    const offset = offsetAt(timeZone, start);
    if (length > 0) {
      const end = start + length * day;
      yield {
        unit: 'day',
        length,
        ending_at: endOf(end, offset, timeZone),
        start,
        end,
        offset,
        firstDay: date,
      };
      start = end;
    } else {
      const end = startOfDay(timeZone, date + day);
      const length = (end - start) / hour;
      if (!Number.isInteger(length))
        throw partOfAnHour(timeZone, start, 'Count hours, or use another time zone');
      // A day skipped by a move across the date line has no hours.
      if (length > 0) {
        const sumsUpTo = new Date(date).toISOString().slice(0, 10);
        const last = offsetAt(timeZone, end - 1);
        yield {
          unit: 'hour',
          length,
          ending_at: endOf(end, last, timeZone),
          start,
          end,
          offset: last,
          sumsUpTo,
        };
      }
      start = end;
    }
    date += Math.max(length, 1) * day;
  }
}

/**
 * How many 24-hour days with the same offset follow, up to the maximum of a call. No zone changes its clocks twice within six
 * days, so it is enough to compare both ends of six days.
 */
function countDaysOfOneOffset(date: number, start: number, to: number, timeZone: string): number {
  const offset = offsetAt(timeZone, start);
  let count = 0;
  for (const step of [6, 1]) {
    while (count + step <= maximumLength && start + (count + step - 1) * day < to) {
      const next = startOfDay(timeZone, date + (count + step) * day);
      if (next !== start + (count + step) * day || offsetAt(timeZone, next - 1) !== offset) break;
      count += step;
    }
  }
  return count;
}

function endOf(end: number, offset: number, timeZone: string): string {
  if (offset % 60_000 === 0) return writeDateTime(end - 1000, offset);
  throw new RangeError(
    `timeZone: the offset of ${timeZone} is not in whole minutes on ${new Date(end).toISOString()}.`,
  );
}

function partOfAnHour(timeZone: string, at: number, advice: string): RangeError {
  const date = writeDateTime(at, offsetAt(timeZone, at)).slice(0, 10);
  return new RangeError(
    `timeZone: the clocks of ${timeZone} change by a part of an hour about ${date}, and the endpoint counts whole hours. ${advice}.`,
  );
}

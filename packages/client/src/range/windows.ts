import { maximumLength } from '../generated/bounds.ts';
import { offsetAt, startOfDay, writeWithOffset } from './time-zone.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** One request of a range: what to ask for, and what to make of the answer. */
export interface Window {
  unit: 'day' | 'hour';
  length: number;
  ending_at: string;
  /** The calendar day that the hours of the answer add up to, where the clocks change on it. */
  sumsUpTo?: string;
  /** The first instant after the window: where a range that was broken off can go on. */
  next: Date;
}

/**
 * Cuts a range of time into windows that the endpoint can answer: in order, without a gap, none twice.
 *
 * The endpoint counts the days of one offset. A window therefore ends where the time zone's offset changes, and a day
 * of 23 or 25 hours is asked for by the hour.
 *
 * @param from the first instant; its whole unit is covered.
 * @param to the first instant that need not be covered.
 * @throws RangeError for a day that is no whole number of hours long, as Lord Howe Island has two a year.
 */
export function* windows(
  from: number,
  to: number,
  unit: Window['unit'],
  timeZone: string,
): Generator<Window> {
  if (unit === 'hour') yield* hours(from, to, offsetAt(timeZone, from));
  else yield* days(from, to, timeZone);
}

// Hours are the same in every offset of whole hours, so one offset serves the whole range.
function* hours(from: number, to: number, offset: number): Generator<Window> {
  let start = Math.floor((from + offset) / hour) * hour - offset;
  while (start < to) {
    const length = Math.min(maximumLength, Math.ceil((to - start) / hour));
    const end = start + length * hour;
    yield { unit: 'hour', length, ending_at: writeWithOffset(end - 1000, offset), next: new Date(end) };
    start = end;
  }
}

function* days(from: number, to: number, timeZone: string): Generator<Window> {
  let date = Math.floor((from + offsetAt(timeZone, from)) / day) * day;
  let start = startOfDay(timeZone, date);
  while (start < to) {
    const offset = offsetAt(timeZone, start);
    let [length, end] = [0, start];
    // A whole day of one offset joins the window.
    for (;;) {
      const next = startOfDay(timeZone, date + (length + 1) * day);
      if (
        end >= to ||
        length === maximumLength ||
        next - end !== day ||
        offsetAt(timeZone, next - 1) !== offset
      )
        break;
      length++;
      end = next;
    }
    if (length > 0) {
      yield { unit: 'day', length, ending_at: writeWithOffset(end - 1000, offset), next: new Date(end) };
    } else {
      end = startOfDay(timeZone, date + day);
      const sumsUpTo = new Date(date).toISOString().slice(0, 10);
      const ending_at = writeWithOffset(end - 1000, offset);
      const hoursOfDay = (end - start) / hour;
      if (!Number.isInteger(hoursOfDay)) {
        throw new RangeError(
          `timeZone: ${sumsUpTo} has ${hoursOfDay} hours in ${timeZone}, and the endpoint counts whole hours only. ` +
            'Ask by the hour, or in another time zone.',
        );
      }
      yield {
        unit: 'hour',
        length: hoursOfDay,
        ending_at,
        sumsUpTo,
        next: new Date(end),
      };
      length = 1;
    }
    date += length * day;
    start = end;
  }
}

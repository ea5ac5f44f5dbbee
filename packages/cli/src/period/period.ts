import { CommandError } from '../exit-codes.ts';
import type { Words } from '../words/words.ts';
import { Calendar } from './calendar.ts';

/** The options of a period. */
export interface PeriodOptions {
  /** A calendar day of the time zone, or a date-time. */
  from?: string | undefined;
  /** The end, not included: a calendar day or a date-time; default: now. */
  to?: string | undefined;
  /** Instead of `from`: `48h`, `90d`, `12w`, `6mo`, `1y`, including the current unit. */
  last?: string | undefined;
}

/** A period of time, in milliseconds since the epoch. */
export interface Period {
  /** The first instant. */
  from: number;
  /** The first instant after the period. */
  to: number;
  /** Whether the end is the time of the call, by this machine's clock. */
  untilNow: boolean;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const dateTime = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?/;
const offset = /([Zz]|[+-]\d{1,2}(:?\d{2})?)$/;

/**
 * Converts the options of a period to instants.
 *
 * @throws CommandError with the option, its value and the expectation.
 */
export function periodOf(options: PeriodOptions, calendar: Calendar, now: number, words: Words): Period {
  const { from, to, last } = options;
  if (from !== undefined && last !== undefined) throw new CommandError('usage', words.period.fromAndLast);
  const end = to === undefined ? now : instantOf('--to', to, calendar, words);
  if (last !== undefined) {
    const start = startOfLast(last, calendar, end);
    if (start === undefined) throw new CommandError('usage', words.period.badLast(last));
    return { from: start, to: end, untilNow: to === undefined };
  }
  if (from === undefined) throw new CommandError('usage', words.period.noStart);
  const start = instantOf('--from', from, calendar, words);
  if (start >= end) {
    const given = to ?? new Date(now).toISOString();
    // Two days that begin at the same instant: the first one is skipped in the time zone.
    const at = start === end && from !== given ? ` (${new Date(start).toISOString()})` : '';
    throw new CommandError('usage', words.period.endsBeforeStart(from + at, given + at));
  }
  return { from: start, to: end, untilNow: to === undefined };
}

/** A time zone by its IANA name. @throws CommandError for an unknown one. */
export function calendarOf(timeZone: string, words: Words): Calendar {
  try {
    if (/^[+-]/.test(timeZone)) throw new RangeError('An offset is not a time zone.');
    return new Calendar(timeZone);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CommandError('usage', words.period.unknownTimeZone(timeZone));
  }
}

function instantOf(option: string, text: string, calendar: Calendar, words: Words): number {
  try {
    if (day.test(text)) return calendar.startOf(text);
    if (!dateTime.test(text)) throw new RangeError('Neither a day nor a date-time.');
    const time = text.slice(11);
    if (!offset.test(time)) return calendar.instantOf(text.replace(' ', 'T'));
    // Accepts a one-digit offset, as in the contract.
    const instant = Date.parse(text.replace(' ', 'T').replace(/([+-])(\d)(:\d{2})?$/, '$10$2$3'));
    // The calendar refuses February 30, which `Date` moves to March.
    calendar.startOf(text.slice(0, 10));
    if (Number.isNaN(instant)) throw new RangeError('Not a date-time.');
    return instant;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CommandError('usage', words.period.badInstant(option, text));
  }
}

function startOfLast(text: string, calendar: Calendar, end: number): number | undefined {
  const [, digits, unit] = /^([1-9]\d{0,5})(h|d|w|mo|y)$/.exec(text) ?? [];
  if (digits === undefined || unit === undefined) return undefined;
  const count = Number(digits);
  // The last instant of a period: one that ends at midnight ends on the previous day.
  const last = end - 1;
  if (unit === 'h') return calendar.hoursBefore(last, count - 1);
  if (unit === 'd' || unit === 'w') return calendar.daysBefore(last, count * (unit === 'w' ? 7 : 1) - 1);
  return calendar.monthsBefore(last, count * (unit === 'y' ? 12 : 1));
}

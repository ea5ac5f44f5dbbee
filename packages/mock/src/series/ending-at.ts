import { daysFromCivil, daysInMonth } from './civil.ts';

/** An instant with the offset it was written in. */
export interface EndingAt {
  /** Whole minutes since the epoch, UTC. */
  minute: number;
  /** Minutes east of UTC. */
  offset: number;
}

const form =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(Z|[+-]\d{1,2}(?::?\d{2})?)?$/i;

/** Reads an ISO 8601 date-time; `undefined` if there is no such date, time or offset. Without an offset: UTC. */
export function parseEndingAt(text: string): EndingAt | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const offset = parseOffset(match[7]);
  if (offset === undefined || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined;
  // ISO 8601 allows second 60, a leap second.
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  return { minute: daysFromCivil(year, month, day) * 1440 + hour * 60 + minute - offset, offset };
}

function parseOffset(text: string | undefined): number | undefined {
  if (text === undefined || text === 'Z' || text === 'z') return 0;
  const digits = text.slice(1).replace(':', '');
  const short = digits.length <= 2;
  const hours = Number(short ? digits : digits.slice(0, -2));
  const minutes = short ? 0 : Number(digits.slice(-2));
  if (hours > 23 || minutes > 59) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** `Z`, or the offset with two digits for hours and minutes. */
export function isoOffset(offset: number): string {
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

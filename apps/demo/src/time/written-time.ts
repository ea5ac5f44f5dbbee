/** Date-times as the API and its readers write them. */
import { offsetSeconds } from './clock.ts';

/** A date-time, taken apart. */
export interface WrittenTime {
  /** Wall time in seconds, as if the offset were UTC. */
  wall: number;
  /** As written: `Z`, `-05:00`, `-5:00`; empty when there is none, which means UTC. */
  offset: string;
}

const dateTime = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2})(:\d{2})?(?:[.,]\d+)?([Zz]|[+-]\d{1,2}(?::?\d{2})?)?$/;

/** Takes an `ending_at` apart. @returns undefined for what is not a date-time, such as the 31st of February. */
export function parseDateTime(text: string): WrittenTime | undefined {
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
  const written = text.trim().replace(/\s+/, 'T');
  return parseDateTime(written.length === 10 ? `${written}T${bareDate}` : written);
}

/** `2018-06-28T23:59:59` */
export const isoDateTime = (wall: number): string => new Date(wall * 1000).toISOString().slice(0, 19);

/** A written offset as a time zone that `Intl` knows: `UTC`, `-05:00`. */
export function zoneOf(offset: string): string {
  const minutes = Math.abs(offsetSeconds(offset)) / 60;
  const two = (number: number) => String(Math.trunc(number)).padStart(2, '0');
  return minutes === 0
    ? 'UTC'
    : `${offset.startsWith('-') ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** `2026-06-28T23:59:59+02:00`: an instant by a clock that is this far ahead of UTC. Both in seconds. */
export function withOffset(instant: number, offset: number): string {
  const zone = zoneOf(
    `${offset < 0 ? '-' : '+'}${Math.floor(Math.abs(offset) / 3600)}:${String((Math.abs(offset) / 60) % 60).padStart(2, '0')}`,
  );
  return `${isoDateTime(instant + offset)}${zone === 'UTC' ? 'Z' : zone}`;
}

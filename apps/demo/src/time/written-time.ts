/** Date-times of the API and of users. */
import { parseDateTime as parseMilliseconds, writeDateTime } from '@session-series/client/range';
import { offsetSeconds } from './clock.ts';

/** A parsed date-time. */
export interface WrittenTime {
  /** Wall time in seconds, as if the offset were UTC. */
  wall: number;
  /** As written: `Z`, `-05:00`, `-5:00`; empty when there is none, which means UTC. */
  offset: string;
}

/** Parses `ending_at`. @returns undefined for an invalid date-time, such as February 31. */
export function parseDateTime(text: string): WrittenTime | undefined {
  const written = parseMilliseconds(text);
  return written && { wall: Math.floor(written.wall / 1000), offset: written.offset };
}

/**
 * Parses typed text: a space may replace the `T`, and the time may be missing.
 *
 * @param bareDate the time of a date without one, such as `23:59:59`
 */
export function parseTyped(text: string, bareDate: string): WrittenTime | undefined {
  const written = text.trim().replace(/\s+/, 'T');
  return parseDateTime(written.length === 10 ? `${written}T${bareDate}` : written);
}

/** `2018-06-28T23:59:59` */
export const isoDateTime = (wall: number): string => new Date(wall * 1000).toISOString().slice(0, 19);

/** A written offset as a time zone that `Intl` knows: `UTC`, `-05:00`. */
export function zoneOf(offset: string): string {
  const zone = withOffset(0, offsetSeconds(offset)).slice(19);
  return zone === 'Z' ? 'UTC' : zone;
}

/** `2026-06-28T23:59:59+02:00`: an instant by a clock that is this far ahead of UTC. Both in seconds. */
export const withOffset = (instant: number, offset: number): string =>
  writeDateTime(instant * 1000, offset * 1000);

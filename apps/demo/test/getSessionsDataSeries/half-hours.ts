/** A calendar that shares nothing with the page: it asks `Intl` for the date of each half hour, and adds up by text. */
import type { Point } from '../../src/series/aligned.ts';
import type { Granularity, Plan, Span } from '../../src/series/plan.ts';
import { at } from './planning.ts';

const halfHour = 1800;

/** Sessions that begin in the half hour of an instant. */
export const sessionsAt = (instant: number) => ((instant / halfHour) * 7919) % 97;

/** A half hour and where the calendar has it. */
export interface HalfHour {
  instant: number;
  /** `2026-03-29 02`, by the zone's clock. */
  hour: string;
  date: string;
}

/** Each half hour of a zone's dates, both included. */
export function halfHours(zone: string, first: string, last: string): HalfHour[] {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const found: HalfHour[] = [];
  for (
    let instant = at(`${first}T00:00Z`) - 86_400;
    instant < at(`${last}T00:00Z`) + 2 * 86_400;
    instant += halfHour
  ) {
    const hour = format.format(instant * 1000).slice(0, 13);
    const date = hour.slice(0, 10);
    if (date >= first && date <= last) found.push({ instant, hour, date });
  }
  return found;
}

/** Midnight of a date in UTC. */
export const utc = (date: string) => new Date(`${date}T00:00:00Z`);
const iso = (date: Date) => date.toISOString().slice(0, 10);
/** A date some days later. */
export const plusDays = (date: string, days: number) =>
  iso(new Date(utc(date).getTime() + days * 86_400_000));
/** The same day some months earlier; the last one, where the month is shorter. */
export function minusMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return iso(new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastOfMonth))));
}

/** Name of the week that starts on a Monday: the date of that Monday. */
export const weekOf = (date: string) => plusDays(date, -((utc(date).getUTCDay() + 6) % 7));
const bucketOf: Record<Granularity, (of: { hour: string; date: string }) => string> = {
  hour: ({ hour }) => hour,
  day: ({ date }) => date,
  week: ({ date }) => weekOf(date),
  month: ({ date }) => date.slice(0, 7),
};

/** Sums by the name of a bucket, in order. */
export function sums(of: readonly HalfHour[], by: Granularity): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of of) {
    const name = bucketOf[by](one);
    found.set(name, (found.get(name) ?? 0) + sessionsAt(one.instant));
  }
  return found;
}

/** The response of the API for a period: a point for each date, or for each hour with its instant. */
export function pointsOf({ unit, zone }: Plan, { from, to }: Span): Point[] {
  if (unit === 'hour')
    return Array.from({ length: (to - from) / 3600 }, (_, index) => {
      const instant = from + index * 3600;
      const sessions = sessionsAt(instant) + sessionsAt(instant + halfHour);
      return { time: new Date(instant * 1000).toISOString(), sessions };
    });
  const day = (instant: number) => new Date(instant * 1000).toLocaleDateString('sv-SE', { timeZone: zone });
  const all = sums(halfHours(zone, day(from), day(to - 1)), 'day');
  return [...all].map(([time, sessions]) => ({ time, sessions }));
}

/**
 * Helpers for the points of a series: CSV, sums, weeks and months.
 *
 * @module @session-series/client/series
 */
import type { SessionsPoint } from './range/points.ts';

/**
 * Writes points as CSV (RFC 4180), with a header line and CRLF line ends.
 *
 * @example
 * writeFileSync('sessions.csv', toCsv(await collectRange(client, query)));
 */
export function toCsv(points: Iterable<SessionsPoint>): string {
  const lines = ['time,sessions'];
  for (const { time, sessions } of points) lines.push(`${quoted(time)},${sessions}`);
  return lines.map((line) => `${line}\r\n`).join('');
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Adds up the sessions of points.
 *
 * @example
 * sumOf((await client.getSessionsDataSeries({ length: 14 })).data);
 */
export function sumOf(points: Iterable<SessionsPoint>): number {
  let sum = 0;
  for (const { sessions } of points) sum += sessions;
  return sum;
}

/**
 * Adds up points by ISO 8601 week, using the date in `time`. The first and last week may be incomplete.
 *
 * @returns one point for each week, in the order of the points; `time` is such as `2026-W01`.
 */
export function groupByWeek(points: Iterable<SessionsPoint>): SessionsPoint[] {
  return groupBy(points, weekOf);
}

/**
 * Adds up points by month, using the date in `time`. The first and last month may be incomplete.
 *
 * @returns one point for each month, in the order of the points; `time` is such as `2026-01`.
 */
export function groupByMonth(points: Iterable<SessionsPoint>): SessionsPoint[] {
  return groupBy(points, (time) => time.slice(0, 7));
}

function groupBy(points: Iterable<SessionsPoint>, keyOf: (time: string) => string): SessionsPoint[] {
  const sums = new Map<string, number>();
  for (const { time, sessions } of points) {
    const key = keyOf(time);
    sums.set(key, (sums.get(key) ?? 0) + sessions);
  }
  return [...sums].map(([time, sessions]) => ({ time, sessions }));
}

const day = 24 * 3_600_000;

function weekOf(time: string): string {
  const date = new Date(`${time.slice(0, 10)}T00:00:00Z`);
  // The year of a week is that of its Thursday.
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * day);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * day)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

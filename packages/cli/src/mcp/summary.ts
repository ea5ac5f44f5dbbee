import type { Context } from '../context.ts';
import { instantText } from '../export/columns.ts';
import type { ExportQuery } from '../export/query.ts';
import type { Row } from '../export/rows.ts';
import type { Calendar } from '../period/calendar.ts';
import type { FetchedSeries } from './series.ts';

/** The periods that a summary can be compared with. */
export const comparisons = ['previous_period', 'previous_year', 'nothing'] as const;
/** The comparison of a summary. */
export type Comparison = (typeof comparisons)[number];

/** The period to compare with: the same number of units, before it or a year before. */
export function comparedQuery(
  query: ExportQuery,
  calendar: Calendar,
  rows: readonly Row[],
  comparison: Exclude<Comparison, 'nothing'>,
): ExportQuery | undefined {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return undefined;
  const day = 86_400_000;
  if (comparison === 'previous_year') {
    // 52 weeks, so that weekdays are compared with weekdays.
    const shift = (instant: number) => calendar.startOf(calendar.dateOf(instant - 364 * day));
    if (query.unit === 'day')
      return { ...query, from: shift(first.time), to: shift(last.time) + 1, untilNow: false };
    return { ...query, from: first.time - 364 * day, to: last.time - 364 * day + 1, untilNow: false };
  }
  const units = rows.length;
  if (query.unit === 'hour') {
    return { ...query, from: first.time - units * 3_600_000, to: first.time, untilNow: false };
  }
  return { ...query, from: calendar.daysBefore(first.time, units), to: first.time, untilNow: false };
}

/** The rows whose unit has ended. */
export function finishedRows({ rows, query }: FetchedSeries, now: number): Row[] {
  const unit = query.unit === 'hour' ? 3_600_000 : 86_400_000;
  const last = rows.at(-1);
  return last && last.time + unit > now ? rows.filter(({ time }) => time + unit <= now) : rows;
}

/** The figures of a series, and a sentence about them. */
export function summarise(
  series: FetchedSeries,
  finished: readonly Row[],
  compared: { query: ExportQuery; rows: readonly Row[] } | undefined,
  { words, language }: Context,
) {
  const { rows, query, calendar, uri } = series;
  const total = sum(rows);
  const mean = rows.length === 0 ? 0 : total / rows.length;
  const timeOf = ({ time }: Row) => (query.unit === 'day' ? calendar.dateOf(time) : instantText(time));
  const candidates = finished.length > 0 ? finished : rows;
  const highest = candidates.reduce(
    (best, row) => (row.sessions > best.sessions ? row : best),
    candidates[0] ?? zero,
  );
  const lowest = candidates.reduce(
    (best, row) => (row.sessions < best.sessions ? row : best),
    candidates[0] ?? zero,
  );
  const comparedTotal = compared && sum(compared.rows);
  const base = sum(finished);
  const change =
    comparedTotal === undefined
      ? undefined
      : comparedTotal === 0
        ? null
        : ((base - comparedTotal) / comparedTotal) * 100;
  const unfinished = finished.length < rows.length;
  const percent = new Intl.NumberFormat(language, { signDisplay: 'exceptZero', maximumFractionDigits: 1 });
  const text = [
    words.mcp.summary(total, mean, rows.length, query.unit),
    rows.length > 0 && words.mcp.extremes(timeOf(highest), highest.sessions, timeOf(lowest), lowest.sessions),
    typeof change === 'number' &&
      compared &&
      words.mcp.change(
        `${percent.format(change)} %`,
        comparedTotal ?? 0,
        calendar.dateOf(compared.query.from),
        calendar.dateOf(compared.query.to - 1),
      ),
    unfinished && words.mcp.unfinished,
  ];
  return {
    text: text.filter(Boolean).join(' '),
    structured: {
      from: new Date(query.from).toISOString(),
      to: new Date(query.to).toISOString(),
      total,
      mean: Math.round(mean * 10) / 10,
      points: rows.length,
      ...(rows.length > 0 && {
        highest: { time: timeOf(highest), sessions: highest.sessions },
        lowest: { time: timeOf(lowest), sessions: lowest.sessions },
      }),
      ...(comparedTotal !== undefined && {
        compared_total: comparedTotal,
        change_percent: typeof change === 'number' ? Math.round(change * 10) / 10 : null,
      }),
      last_point_unfinished: unfinished,
      rows_uri: uri,
    },
  };
}

const zero: Row = { time: 0, series: 0, sessions: 0 };

function sum(rows: readonly Row[]): number {
  return rows.reduce((total, { sessions }) => total + sessions, 0);
}

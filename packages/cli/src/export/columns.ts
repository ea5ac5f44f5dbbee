import type { Contract } from '../contract.ts';
import type { Calendar } from '../period/calendar.ts';
import type { ExportQuery, Series } from './query.ts';
import type { Row } from './rows.ts';

/** The type of a column, which each format maps to its own. */
export type ColumnType = 'instant' | 'date' | 'string' | 'int64';

/** One row of an export. */
export interface ExportRecord {
  /** The start of the unit, in milliseconds since the epoch. */
  time: number;
  /** The date of `time` in the time zone of the export, such as `2025-01-31`. */
  local_date: string;
  app_id: string | null;
  app_name: string | null;
  segment_id: string | null;
  segment_name: string | null;
  sessions: number;
}

/** One column of an export. */
export interface Column {
  name: keyof ExportRecord;
  type: ColumnType;
  nullable: boolean;
}

/** The columns of every export, in every format, in this order. */
export const columns: readonly Column[] = [
  { name: 'time', type: 'instant', nullable: false },
  { name: 'local_date', type: 'date', nullable: false },
  { name: 'app_id', type: 'string', nullable: true },
  { name: 'app_name', type: 'string', nullable: true },
  { name: 'segment_id', type: 'string', nullable: true },
  { name: 'segment_name', type: 'string', nullable: true },
  { name: 'sessions', type: 'int64', nullable: false },
];

/** Names of apps and segments by identifier. */
export type Names = ReadonlyMap<string, string>;

/** Converts rows of an export to records. */
export function recordMaker(
  query: ExportQuery,
  calendar: Calendar,
  names: Names,
): (row: Row) => ExportRecord {
  const labels = query.series.map(({ app_id = null, segment_id = null }) => ({
    app_id,
    app_name: nameOf(app_id, names),
    segment_id,
    segment_name: nameOf(segment_id, names),
  }));
  return ({ time, series, sessions }) => {
    const label = labels[series];
    if (!label) throw new RangeError(`Series ${series} is not one of the ${labels.length} of this export.`);
    // Written out: a spread takes several times as long, and there is one for each row.
    const { app_id, app_name, segment_id, segment_name } = label;
    const local_date = calendar.dateOf(time);
    return { time, local_date, app_id, app_name, segment_id, segment_name, sessions };
  };
}

/** Converts records back to rows; names may have changed since. */
export function rowMaker(series: readonly Series[]): (record: ExportRecord) => Row | undefined {
  const key = (app: string | null | undefined, segment: string | null | undefined) =>
    JSON.stringify([app ?? null, segment ?? null]);
  const indexes = new Map(series.map(({ app_id, segment_id }, index) => [key(app_id, segment_id), index]));
  return ({ time, app_id, segment_id, sessions }) => {
    const index = indexes.get(key(app_id, segment_id));
    return index === undefined ? undefined : { time, series: index, sessions };
  };
}

/** An instant in text formats: ISO 8601 in UTC, to the second. */
export function instantText(instant: number): string {
  const { date, time } = instantParts(instant);
  return date + time;
}

/** The same in two parts, such as `2025-01-31T` and `22:00:00Z`. Fast for instants that follow each other. */
export function instantParts(instant: number): { date: string; time: string } {
  const day = Math.floor(instant / 86_400_000);
  if (day !== lastDay.number) {
    lastDay = { number: day, date: new Date(day * 86_400_000).toISOString().slice(0, -timeLength) };
  }
  const second = Math.floor(instant / 1000) - day * 86_400;
  let time = timesOfDay.get(second);
  if (time === undefined) {
    time = `${new Date(second * 1000).toISOString().slice(-timeLength, -'.000Z'.length)}Z`;
    timesOfDay.set(second, time);
  }
  return { date: lastDay.date, time };
}

const timeLength = '00:00:00.000Z'.length;
let lastDay = { number: Number.NaN, date: '' };
/** By the second of the day: in an export of hours, there are some 24. */
const timesOfDay = new Map<number, string>();

/** The description of a column, in the language of the contract, as Markdown. */
export function describeColumn({ name }: Column, contract: Contract): string | undefined {
  return contract.parameters.get(name)?.description ?? contract.point[name]?.description;
}

function nameOf(id: string | null, names: Names): string | null {
  return id === null ? null : (names.get(id) ?? null);
}

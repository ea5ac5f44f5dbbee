import type { Values } from '../command-line/option.ts';
import type { Connection } from '../connection/connect.ts';
import { describeError } from '../connection/describe-error.ts';
import type { Context } from '../context.ts';
import { CommandError } from '../exit-codes.ts';
import { type ExportRecord, recordMaker } from '../export/columns.ts';
import { countRequests, type ExportQuery } from '../export/query.ts';
import { exportQueryOf } from '../export/query-options.ts';
import { fetchRows, type Row } from '../export/rows.ts';
import type { Calendar } from '../period/calendar.ts';
import type { Words } from '../words/words.ts';
import type { PeriodArguments } from './schemas.ts';

/** The maximum number of points per tool call: a little more than a year of hours. */
const pointLimit = 10_000;

const hour = 3_600_000;

/** A series fetched for a tool. */
export interface FetchedSeries {
  query: ExportQuery;
  rows: Row[];
  records: ExportRecord[];
  /** The URI of the same rows as a resource. */
  uri: string;
  calendar: Calendar;
}

/** Fetches series for tools and resources. */
export class SeriesReader {
  readonly #context: Context;
  readonly #connection: Pick<Connection, 'client' | 'names' | 'timeZone'>;

  constructor(context: Context, connection: Pick<Connection, 'client' | 'names' | 'timeZone'>) {
    this.#context = context;
    this.#connection = connection;
  }

  /** Converts the arguments of a tool to a query. @throws CommandError when they are invalid. */
  queryOf(given: PeriodArguments): { query: ExportQuery; calendar: Calendar } {
    const { from, to, unit, time_zone, app_id, segment_id } = given;
    const last = given.last ?? (from === undefined ? '30d' : undefined);
    const values: Values = { from, to, last, unit, 'time-zone': time_zone, app: app_id, segment: segment_id };
    return exportQueryOf(values, this.#context, this.#connection);
  }

  /**
   * @param onProgress called after each request with the number of requests done and in total.
   * @throws CommandError for a query that is too long, or a failed request.
   */
  async fetch(
    query: ExportQuery,
    calendar: Calendar,
    signal: AbortSignal,
    onProgress?: (done: number, total: number) => Promise<void>,
  ): Promise<FetchedSeries> {
    const { words } = this.#context;
    const points = Math.ceil((query.to - query.from) / (query.unit === 'hour' ? hour : 24 * hour));
    if (points > pointLimit) throw new CommandError('usage', words.mcp.tooLong(points, pointLimit));
    const total = onProgress ? countRequests(query) : 0;
    let done = 0;
    const notifications: (Promise<void> | undefined)[] = [];
    const rows: Row[] = [];
    try {
      const options = { signal, onRequest: () => void notifications.push(onProgress?.(++done, total)) };
      for await (const batch of fetchRows(this.#connection.client, query, calendar, query.from, options)) {
        rows.push(...batch.rows);
      }
    } catch (error) {
      throw describeError(error, this.#context);
    }
    // Progress after the result is dropped.
    await Promise.all(notifications);
    const records = rows.map(recordMaker(query, calendar, this.#connection.names));
    return { query, rows, records, calendar, uri: rowsUri(query) };
  }
}

/** The URI of the rows of a query. It contains the query, so it stays valid while the server runs. */
function rowsUri(query: ExportQuery): string {
  const { from, to, unit, timeZone, series } = query;
  const parameters = new URLSearchParams({
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    unit,
    time_zone: timeZone,
    ...series[0],
  });
  return `session-series://rows/${encodeURIComponent(parameters.toString())}`;
}

/** Parses the arguments in a URI of rows. @throws CommandError when they are not percent-encoded. */
export function argumentsOf(encoded: string, words: Words): PeriodArguments {
  try {
    return Object.fromEntries(new URLSearchParams(decodeURIComponent(encoded)));
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new CommandError('usage', words.mcp.badRows);
  }
}

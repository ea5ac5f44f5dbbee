import { existsSync, readFileSync } from 'node:fs';
import { textOf, type Values } from '../command-line/option.ts';
import { type Connection, connect, logger } from '../connection/connect.ts';
import { describeError } from '../connection/describe-error.ts';
import { type Context, note, print } from '../context.ts';
import { CommandError } from '../exit-codes.ts';
import { ClockCheck } from '../export/clock.ts';
import { recordMaker } from '../export/columns.ts';
import { countRequests, type ExportQuery } from '../export/query.ts';
import { exportQueryOf } from '../export/query-options.ts';
import { fetchRows } from '../export/rows.ts';
import { connectionOf } from '../get/get.ts';
import type { Calendar } from '../period/calendar.ts';
import { recordMessage, type SingerState, schemaMessage, stateMessage, streamName } from './messages.ts';

/** `session-series export --singer`: SCHEMA, RECORD and STATE messages on standard output. */
export async function runSinger(values: Values, context: Context): Promise<undefined> {
  const { words } = context;
  const incompatible = ['output', 'format', 'resume', 'append', 'overwrite'].filter(
    (name) => values[name] !== undefined,
  );
  if (incompatible.length > 0) {
    throw new CommandError('usage', words.singer.noUse(incompatible.map((name) => `--${name}`)));
  }
  const stateFile = textOf(values, 'state');
  const state = stateFile === undefined ? undefined : readState(stateFile, context);
  const clock = new ClockCheck(context.now);
  await using connection = await connect(connectionOf(values), context, {
    ...logger(values, context),
    fetch: clock.fetch,
  });
  const { query, calendar } = exportQueryOf(values, context, connection);
  const from = startOf(query, state);
  if (values['dry-run'] === true) {
    note(context, words.export.requests(countRequests(query, from)));
    return;
  }
  await writeMessages(query, from, calendar, connection, clock, context);
}

/** Writes all messages of a query, starting at an instant. */
export async function writeMessages(
  query: ExportQuery,
  from: number,
  calendar: Calendar,
  { client, names }: Pick<Connection, 'client' | 'names'>,
  clock: ClockCheck,
  context: Context,
): Promise<void> {
  const toRecord = recordMaker(query, calendar, names);
  await print(context, schemaMessage(query, context.contract));
  let complete = from;
  try {
    for await (const { rows, next } of fetchRows(client, query, calendar, from, { signal: context.signal })) {
      const now = context.now();
      if (query.untilNow || query.to > now) clock.refuseWrongClock(context.words);
      await print(context, rows.map((row) => recordMessage(toRecord(row), now)).join(''));
      // The next run fetches an unfinished unit again.
      const started = rows.findLast(({ time }) => time <= now)?.time;
      complete = next <= now ? next : Math.max(complete, started ?? complete);
      await print(context, stateMessage(complete));
    }
  } catch (error) {
    throw describeError(error, context);
  }
}

/** The start of a run: the end of the previous one, if later. */
export function startOf(query: ExportQuery, state: SingerState | undefined): number {
  const bookmark = state?.bookmarks[streamName]?.complete_until;
  return bookmark === undefined ? query.from : Math.max(query.from, Date.parse(bookmark));
}

/** Reads the value of a STATE message. @throws CommandError when the file is missing or invalid. */
export function readState(file: string, { words }: Pick<Context, 'words'>): SingerState {
  if (!existsSync(file)) throw new CommandError('noInput', words.singer.missingFile(file));
  try {
    const value: { bookmarks?: Record<string, { complete_until?: unknown }> } | null = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    // The first run of an orchestrator has an empty state.
    if (JSON.stringify(value) === '{}') return { bookmarks: {} };
    const complete = value?.bookmarks?.[streamName]?.complete_until;
    const valid = complete === undefined || !Number.isNaN(Date.parse(String(complete)));
    if (value?.bookmarks && valid) return value as SingerState; // Checked just now.
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new CommandError('data', words.singer.badState(file));
}

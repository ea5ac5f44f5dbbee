import { readFileSync } from 'node:fs';
import { CommandError } from '../exit-codes.ts';
import type { Words } from '../words/words.ts';
import { columns } from './columns.ts';
import { type ExportFiles, exists, sizeOf, writeTextAtomically } from './files.ts';
import { inspectJournal, type JournalContent } from './journal.ts';
import type { ExportQuery, Series } from './query.ts';

/** The query of an export, as stored in files: instants are ISO 8601 in UTC. */
export interface SavedQuery {
  operation: string;
  /** The instance, or the base URL of another server. Never a key. */
  instance: string;
  from: string;
  to: string;
  /** What was given instead of `from`, such as `90d`. */
  last?: string | undefined;
  /** Whether the export ended at the time of the call. */
  until_now: boolean;
  unit: ExportQuery['unit'];
  time_zone: string;
  series: readonly Series[];
}

/** The state file of an export: its content, and where it can be updated from. */
export interface ExportState {
  contract_version: string;
  query: SavedQuery;
  columns: readonly string[];
  rows: number;
  /** The size of the file, to detect changes. */
  bytes: number;
  /** Rows before this instant are final; later ones are fetched again by `--append`. */
  complete_until: string;
  exported_at: string;
}

/** Converts a query to its stored form. */
export function savedQuery(
  query: ExportQuery,
  facts: Pick<SavedQuery, 'operation' | 'instance' | 'last'>,
): SavedQuery {
  return {
    operation: facts.operation,
    instance: facts.instance,
    from: new Date(query.from).toISOString(),
    to: new Date(query.to).toISOString(),
    ...(facts.last !== undefined && { last: facts.last }),
    until_now: query.untilNow,
    unit: query.unit,
    time_zone: query.timeZone,
    series: query.series,
  };
}

/** Converts a stored query back. */
export function restoredQuery(saved: SavedQuery): ExportQuery {
  return {
    from: Date.parse(saved.from),
    to: Date.parse(saved.to),
    untilNow: saved.until_now,
    unit: saved.unit,
    timeZone: saved.time_zone,
    series: saved.series,
  };
}

/**
 * The first difference between a query and that of a file; undefined when they are equal.
 *
 * @param end whether to compare the ends too, which change when a file is updated.
 */
export function differenceOf(
  saved: SavedQuery,
  asked: SavedQuery,
  end: 'same end' | 'any end',
): { name: string; saved: string; asked: string } | undefined {
  const compared = [
    'instance',
    'unit',
    'time_zone',
    'series',
    // A relative start and an end at "now" move with the clock, so the file stores their first value.
    saved.last && asked.last ? 'last' : 'from',
    ...(end === 'any end' || (saved.until_now && asked.until_now) ? [] : (['to'] as const)),
  ] as const;
  for (const name of compared) {
    const [before, now] = [JSON.stringify(saved[name]), JSON.stringify(asked[name])];
    if (before !== now) return { name, saved: before ?? '-', asked: now };
  }
  return undefined;
}

/** Reads the state of an export. @throws CommandError when it is missing, invalid, or for another output. */
export function readState({ output, state }: ExportFiles, words: Words): ExportState {
  if (!exists(state)) throw new CommandError('noInput', words.state.missing(output, state));
  const read = parseState(readFileSync(state, 'utf8'));
  if (!read) throw new CommandError('data', words.state.broken(state, output));
  if (sizeOf(output) !== read.bytes) throw new CommandError('data', words.state.changed(output, state));
  return read;
}

/** Reads the journal of an export. @throws CommandError when it is invalid. */
export function readJournal({ journal }: ExportFiles, words: Words): JournalContent<SavedQuery> {
  try {
    const content = inspectJournal(journal);
    if (isSavedQuery(content.header)) return { ...content, header: content.header };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new CommandError('data', words.state.brokenJournal(journal));
}

/** The query of an earlier run, from the journal or the state; undefined without either. */
export function findSavedQuery(files: ExportFiles, words: Words): SavedQuery | undefined {
  if (exists(files.journal)) {
    return readJournal(files, words).header;
  }
  return exists(files.state) && exists(files.output) ? readState(files, words).query : undefined;
}

/** Writes the state of a complete export. */
export function writeState({ state }: ExportFiles, content: ExportState): Promise<void> {
  return writeTextAtomically(state, `${JSON.stringify(content, null, 2)}\n`);
}

/** The column names of the state. */
export const columnNames: readonly string[] = columns.map(({ name }) => name);

/** Whether a value is a query that this program saved. */
function isSavedQuery(value: unknown): value is SavedQuery {
  if (typeof value !== 'object' || value === null) return false;
  const { from, to, unit, time_zone, series, instance } = value as Partial<SavedQuery>;
  return (
    isInstant(from) &&
    isInstant(to) &&
    typeof unit === 'string' &&
    typeof time_zone === 'string' &&
    typeof instance === 'string' &&
    Array.isArray(series)
  );
}

function parseState(text: string): ExportState | undefined {
  try {
    const value: Partial<ExportState> | null = JSON.parse(text);
    const valid =
      isSavedQuery(value?.query) && isInstant(value.complete_until) && Number.isInteger(value.bytes);
    return valid ? (value as ExportState) : undefined; // Written by writeState.
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

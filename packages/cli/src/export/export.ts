import type { Client } from '@session-series/client';
import { CommandError } from '../exit-codes.ts';
import type { Calendar } from '../period/calendar.ts';
import type { Words } from '../words/words.ts';
import { type ExportRecord, type Names, recordMaker, rowMaker } from './columns.ts';
import {
  checkWritable,
  type ExportFiles,
  exists,
  forPeople,
  remove,
  sizeOf,
  writeAtomically,
} from './files.ts';
import type { Format } from './formats/format.ts';
import { saveMemory } from './heap.ts';
import { Journal, type JournalContent } from './journal.ts';
import { countRequests, type ExportQuery } from './query.ts';
import { fetchRows, type Row } from './rows.ts';
import {
  columnNames,
  differenceOf,
  readJournal,
  readState,
  restoredQuery,
  type SavedQuery,
  savedQuery,
  writeState,
} from './state.ts';

/** What to do with the files of an earlier run. */
export type Continuation = 'none' | 'resume' | 'append' | 'overwrite';

/** One export to a file. */
export interface ExportJob {
  files: ExportFiles;
  format: Format;
  query: ExportQuery;
  /** Metadata of the query for files. */
  facts: Pick<SavedQuery, 'operation' | 'instance' | 'last'>;
  contractVersion: string;
  calendar: Calendar;
  names: Names;
  continuation: Continuation;
  words: Words;
}

/** The plan of an export. */
export interface Start {
  /** The number of rows kept from earlier runs. */
  keptRows: number;
  /** The first instant to fetch. */
  from: number;
  /** The number of requests, without retries. */
  requests: number;
  /** The query, with the period of the earlier run. */
  query: ExportQuery;
  /** What is reused from an earlier run. */
  origin: 'nothing' | 'journal' | 'output';
}

/** The result of an export. */
export interface ExportResult {
  rows: number;
  bytes: number;
}

/**
 * Plans an export. Changes no file.
 *
 * @throws CommandError when the output cannot be written, or an earlier run was for another query.
 */
export async function planExport(job: ExportJob): Promise<Start> {
  const { files, continuation, words } = job;
  checkWritable(files.output, words);
  const earlier = findEarlier(job);
  const query = earlier?.query ?? job.query;
  const from = earlier?.from ?? query.from;
  return {
    keptRows: earlier?.rows ?? 0,
    from,
    query,
    requests: countRequests(query, from),
    origin: continuation === 'overwrite' || !earlier ? 'nothing' : earlier.origin,
  };
}

function findEarlier(job: ExportJob) {
  const { files, continuation, words } = job;
  if (continuation === 'overwrite') return undefined;
  if (exists(files.journal)) {
    if (continuation === 'none') {
      throw new CommandError('cannotCreate', words.files.unfinished(files.output, files.journal));
    }
    const journal = earlierJournal(job);
    if (journal.next !== undefined) {
      const query = restoredQuery(journal.header);
      return { origin: 'journal' as const, query, from: journal.next, rows: journal.rows };
    }
  }
  if (continuation !== 'append' || !exists(files.output)) return undefined;
  const state = readState(files, words);
  refuseDifference(job, state.query, files.output, 'any end');
  const from = Date.parse(state.complete_until);
  if (job.query.to < from) {
    throw new CommandError(
      'configuration',
      words.state.clockBehind(files.output, state.complete_until, new Date(job.query.to).toISOString()),
    );
  }
  const query = { ...job.query, from: Date.parse(state.query.from) };
  return { origin: 'output' as const, query, from, rows: state.rows };
}

/**
 * Fetches all rows, then writes the file.
 *
 * Until then, the rows are in the journal next to it, so that `--resume` can always continue after the last complete point.
 * The file only depends on its rows: interrupted or not, its bytes are the same.
 *
 * @param options.onBatch called with the number of fetched rows before they are stored; if it throws, the export ends.
 * @throws CommandError for file system errors, and the errors of the client's `range`.
 */
export async function runExport(
  job: ExportJob,
  start: Start,
  client: Client,
  options: {
    signal: AbortSignal;
    now: () => number;
    concurrency?: number | undefined;
    onRequest?: () => void;
    onBatch?: (rows: number) => void;
  },
): Promise<ExportResult> {
  const { files, calendar, words } = job;
  const { query } = start;
  saveMemory();
  try {
    const journal = await openOrCreate(job, start);
    try {
      for await (const batch of fetchRows(client, query, calendar, journal.next ?? start.from, options)) {
        options.onBatch?.(batch.rows.length);
        journal.append(batch);
      }
      options.signal.throwIfAborted();
      return await publish(job, query, journal, options);
    } finally {
      journal.close();
      // Nothing to resume: the next run needs no --resume.
      if (journal.next === undefined) remove(files.journal);
    }
  } catch (error) {
    throw forPeople(error, files.output, words);
  }
}

async function openOrCreate(job: ExportJob, start: Start): Promise<Journal<SavedQuery>> {
  const { files, facts, format } = job;
  if (start.origin === 'journal') return Journal.open(files.journal, earlierJournal(job));
  const journal = Journal.create(files.journal, savedQuery(start.query, facts));
  if (start.origin === 'output') {
    const toRow = rowMaker(start.query.series);
    for await (const records of format.read(files.output)) {
      const rows = records.map(toRow).filter((row) => row !== undefined && row.time < start.from);
      // Only complete together: after an interruption, this starts over.
      journal.keep(rows as Row[]);
    }
    journal.append({ rows: [], next: start.from });
  }
  return journal;
}

/** The journal of an earlier run with the same query. @throws CommandError when it is invalid, or for another query. */
function earlierJournal(job: ExportJob): JournalContent<SavedQuery> {
  const journal = readJournal(job.files, job.words);
  refuseDifference(
    job,
    journal.header,
    job.files.journal,
    job.continuation === 'append' ? 'any end' : 'same end',
  );
  return journal;
}

function refuseDifference(
  { query, facts, words }: ExportJob,
  saved: SavedQuery,
  file: string,
  end: 'same end' | 'any end',
): void {
  const difference = differenceOf(saved, savedQuery(query, facts), end);
  if (difference) {
    const { name, saved: before, asked } = difference;
    throw new CommandError('data', words.state.otherQuery(file, name, before, asked));
  }
}

async function publish(
  job: ExportJob,
  query: ExportQuery,
  journal: Journal<SavedQuery>,
  { signal, now: clock }: { signal: AbortSignal; now: () => number },
): Promise<ExportResult> {
  const now = clock();
  const { files, format, calendar, names, contractVersion } = job;
  const toRecord = recordMaker(query, calendar, names);
  let lastStarted = query.from;
  async function* records(): AsyncGenerator<ExportRecord[]> {
    for (const rows of journal.read()) {
      signal.throwIfAborted();
      for (const { time } of rows) if (time <= now) lastStarted = time;
      yield rows.map(toRecord);
      // Allows Ctrl-C in between.
      await new Promise(setImmediate);
    }
  }
  const saved = savedQuery(query, job.facts);
  await writeAtomically(files.output, files.temporary, (temporary) =>
    format.write(temporary, records(), {
      contract_version: contractVersion,
      instance: saved.instance,
      query: JSON.stringify(saved),
    }),
  );
  const bytes = sizeOf(files.output) ?? 0;
  // The next run counts an unfinished unit again.
  const covered = journal.next ?? query.from;
  await writeState(files, {
    contract_version: contractVersion,
    query: saved,
    columns: columnNames,
    rows: journal.rows,
    bytes,
    complete_until: new Date(covered <= now ? covered : lastStarted).toISOString(),
    exported_at: new Date(now).toISOString(),
  });
  remove(files.journal);
  return { rows: journal.rows, bytes };
}

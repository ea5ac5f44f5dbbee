import type { Client } from '@session-series/client';
import { CommandError } from '../exit-codes.ts';
import { rowMaker } from './columns.ts';
import { exists, remove, toUserError } from './files.ts';
import { saveMemory } from './heap.ts';
import type { ExportJob, ExportResult, RunOptions, Start } from './job.ts';
import { Journal, type JournalContent } from './journal.ts';
import { publish, rowsOf } from './publish.ts';
import { countRequests } from './query.ts';
import type { Row } from './rows.ts';
import { differenceOf, readJournal, readState, restoredQuery, type SavedQuery, savedQuery } from './state.ts';

/**
 * Plans an export. Changes no file.
 *
 * @throws CommandError when an earlier run was for another query, or its files are damaged.
 */
export async function planExport(job: ExportJob): Promise<Start> {
  const { continuation } = job;
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
 * Fetches all rows, and writes the file while they come. It gets its final name when it is complete.
 *
 * Until then, the rows are in the journal next to it, so that `--resume` can always continue after the last complete point.
 * The file only depends on its rows: interrupted or not, its bytes are the same.
 *
 * @throws CommandError for file system errors, and the errors of the client's `range`.
 */
export async function runExport(
  job: ExportJob,
  start: Start,
  client: Client,
  options: RunOptions,
): Promise<ExportResult> {
  const { files, words } = job;
  const { query } = start;
  saveMemory();
  try {
    const journal = await openOrCreate(job, start);
    try {
      return await publish(job, query, journal, rowsOf(job, start, journal, client, options), options);
    } finally {
      journal.close();
      // Nothing to resume: the next run needs no --resume.
      if (journal.next === undefined) remove(files.journal);
    }
  } catch (error) {
    throw toUserError(error, files.output, words);
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
      // These rows are only complete together: after an interruption, this step starts over.
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

import type { Client } from '@session-series/client';
import { type ExportRecord, recordMaker } from './columns.ts';
import { remove, sizeOf, writeAtomically } from './files.ts';
import type { ExportJob, ExportResult, RunOptions, Start } from './job.ts';
import type { Journal } from './journal.ts';
import type { ExportQuery } from './query.ts';
import { fetchRows, type Row } from './rows.ts';
import { columnNames, type SavedQuery, savedQuery, writeState } from './state.ts';

/**
 * All rows of an export: those in the journal, then those that are fetched, which are added to the journal
 * before they are yielded.
 */
export async function* rowsOf(
  { calendar }: ExportJob,
  start: Start,
  journal: Journal<SavedQuery>,
  client: Client,
  options: RunOptions,
): AsyncGenerator<Row[]> {
  for (const kept of journal.read()) {
    options.signal.throwIfAborted();
    yield kept;
    // Allows Ctrl-C in between.
    await new Promise(setImmediate);
  }
  for await (const batch of fetchRows(client, start.query, calendar, journal.next ?? start.from, options)) {
    options.onBatch?.();
    journal.append(batch);
    options.onStored?.(batch.rows.length);
    yield batch.rows;
  }
  options.signal.throwIfAborted();
}

/** Writes the file of some rows and the state next to it, and removes the journal. */
export async function publish(
  job: ExportJob,
  query: ExportQuery,
  journal: Journal<SavedQuery>,
  rows: AsyncIterable<Row[]>,
  { now: clock }: Pick<RunOptions, 'now'>,
): Promise<ExportResult> {
  const now = clock();
  const { files, format, calendar, names, contractVersion } = job;
  const toRecord = recordMaker(query, calendar, names);
  let lastStarted = query.from;
  async function* records(): AsyncGenerator<ExportRecord[]> {
    for await (const some of rows) {
      for (const { time } of some) if (time <= now) lastStarted = time;
      yield some.map(toRecord);
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
    exported_at: new Date(clock()).toISOString(),
  });
  remove(files.journal);
  return { rows: journal.rows, bytes };
}

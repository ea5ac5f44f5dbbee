import { textOf, type Values } from '../command-line/option.ts';
import type { Connection } from '../connection/connect.ts';
import { describeError } from '../connection/describe-error.ts';
import { type Context, note } from '../context.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import type { ClockCheck } from './clock.ts';
import { planExport, runExport } from './export.ts';
import { checkWritable, filesOf } from './files.ts';
import type { Format } from './formats/format.ts';
import { type FormatName, loadFormat } from './formats/formats.ts';
import type { ExportJob, Start } from './job.ts';
import { lockOutput, refuseLocked } from './lock.ts';
import { continuationOf } from './output-options.ts';
import { showProgress } from './progress.ts';
import { exportQueryOf, instanceOf } from './query-options.ts';
import { findSavedQuery } from './state.ts';

/** One run of the command, with what its options say. */
export interface ExportRun {
  values: Values;
  format: FormatName;
  concurrency: number;
  /** The clock of the server, from the responses. */
  clock: ClockCheck;
  /** @param instance that of an earlier run, for when no option names one. */
  connect: (instance?: string) => Promise<Connection>;
}

/**
 * Exports to a file, from the start or after the rows of an earlier run.
 *
 * @returns the exit code.
 * @throws CommandError when the file cannot be written, or an earlier run was for another query.
 */
export async function exportToFile(
  output: string,
  run: ExportRun,
  context: Context,
): Promise<number | undefined> {
  const { words } = context;
  const { values, clock, concurrency } = run;
  const files = filesOf(output);
  const continuation = continuationOf(values, context);
  const isDryRun = values['dry-run'] === true;
  checkWritable(files.output, words);
  // Before the files of an earlier run are read: another process may be writing them.
  if (isDryRun) refuseLocked(files, words);
  using _ = isDryRun ? undefined : lockOutput(files, words);
  const saved =
    continuation === 'resume' || continuation === 'append' ? findSavedQuery(files, words) : undefined;
  await using connection = await run.connect(instanceOf(saved));
  const { query, calendar } = exportQueryOf(values, context, connection, saved);
  const job: ExportJob = {
    files,
    format: await loadInstalledFormat(run.format, context),
    query,
    facts: {
      operation: context.contract.operation.path,
      instance: connection.instance,
      last: textOf(values, 'last') ?? (values['from'] === undefined ? saved?.last : undefined),
    },
    contractVersion: context.contract.version,
    calendar,
    names: connection.names,
    continuation,
    words,
  };
  const start = await planExport(job);
  if (isDryRun) {
    note(context, words.export.requests(start.requests));
    return undefined;
  }
  const options = { signal: context.signal, now: context.now, concurrency };
  return await runJob(job, start, connection, clock, options, values['quiet'] === true, context);
}

async function runJob(
  job: ExportJob,
  start: Start,
  { client }: Connection,
  clock: ClockCheck,
  options: { signal: AbortSignal; now: () => number; concurrency: number },
  quiet: boolean,
  context: Context,
): Promise<number> {
  const { words } = context;
  if (start.origin === 'journal' && !quiet) note(context, words.export.resuming(start.keptRows));
  const progress = await showProgress(context, start.requests, quiet);
  let rows = start.keptRows;
  try {
    const result = await runExport(job, start, client, {
      ...options,
      onRequest: () => progress.request(),
      onBatch: () => {
        if (start.query.untilNow || start.query.to > options.now()) clock.refuseWrongClock(words);
      },
      onStored: (count) => {
        rows += count;
        progress.rows(count);
      },
    });
    progress.stop();
    if (!quiet) note(context, words.export.done(job.files.output, result.rows, result.bytes));
    return exitCodes.ok;
  } catch (error) {
    progress.stop();
    if (options.signal.aborted) {
      note(context, words.export.interrupted(rows, job.files.output));
      return options.signal.reason === 'SIGTERM' ? exitCodes.terminated : exitCodes.interrupted;
    }
    const described = describeError(error, context);
    if (described instanceof CommandError && rows > 0) {
      throw new CommandError(
        described.reason,
        `${described.message}\n${words.export.kept(rows, job.files.output)}`,
        {
          cause: error,
        },
      );
    }
    throw described;
  }
}

/** @throws CommandError for a format that needs another package, with what to install. */
async function loadInstalledFormat(name: FormatName, { words }: Context): Promise<Format> {
  try {
    return await loadFormat(name);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'DuckdbMissingError') throw error;
    throw new CommandError('configuration', words.export.duckdbMissing, { cause: error });
  }
}

import type { CommandSpec } from '../command-line/command.ts';
import { integerOf, textOf, type Values } from '../command-line/option.ts';
import { connectionOptions, seriesOptions } from '../command-line/shared-options.ts';
import { type Connection, connect, logger } from '../connection/connect.ts';
import { describeError } from '../connection/describe-error.ts';
import { type Context, note, print } from '../context.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { connectionOf } from '../get/get.ts';
import type { Calendar } from '../period/calendar.ts';
import { Bytes } from './bytes.ts';
import { ClockCheck } from './clock.ts';
import { recordMaker } from './columns.ts';
import { planExport, runExport } from './export.ts';
import { filesOf } from './files.ts';
import type { Format } from './formats/format.ts';
import { type FormatName, formats, loadFormat, loadTextFormat } from './formats/formats.ts';
import type { ExportJob, Start } from './job.ts';
import { lockOutput } from './lock.ts';
import { continuationOf, formatNameOf, outputOf } from './output-options.ts';
import { showProgress } from './progress.ts';
import { countRequests, type ExportQuery } from './query.ts';
import { exportQueryOf, instanceOf } from './query-options.ts';
import { fetchRows } from './rows.ts';
import { findSavedQuery } from './state.ts';

/** `session-series export`: series over any period, to a file. */
export function exportCommand(context: Context): CommandSpec {
  const { words } = context;
  const { options } = words;
  return {
    name: 'export',
    summary: words.commands.export,
    arguments: [{ name: 'file', description: words.export.file }],
    options: [
      ...seriesOptions(context),
      { name: 'output', short: 'o', value: options.values.file, description: words.export.output },
      {
        name: 'format',
        value: Object.keys(formats).join('|'),
        description: words.export.format,
        choices: Object.keys(formats),
      },
      { name: 'resume', description: words.export.resume },
      { name: 'append', description: words.export.append },
      { name: 'overwrite', description: words.export.overwrite },
      { name: 'singer', description: words.export.singer },
      { name: 'state', value: options.values.file, description: words.export.state },
      { name: 'dry-run', description: words.export.dryRun },
      {
        name: 'concurrency',
        value: '1..32',
        description: words.export.concurrency,
        default: defaultConcurrency,
      },
      ...connectionOptions(context),
    ],
    run: runExportCommand,
  };
}

const defaultConcurrency = 4;

async function runExportCommand(
  values: Values,
  args: readonly string[],
  context: Context,
): Promise<number | undefined> {
  if (values['singer'] === true) {
    const { runSinger } = await import('../singer/command.ts');
    return await runSinger(values, context);
  }
  const { words } = context;
  const output = outputOf(values, args, context);
  const toStandardOutput = output === '-';
  const format = formatNameOf(values, output, context);
  const continuation = continuationOf(values, context);
  const files = filesOf(output);
  const saved =
    continuation === 'resume' || continuation === 'append' ? findSavedQuery(files, words) : undefined;
  const concurrency = integerOf(values, 'concurrency', [1, 32], context) ?? defaultConcurrency;
  const clock = new ClockCheck(context.now);
  await using connection = await connect(
    { ...connectionOf(values), instance: textOf(values, 'instance') ?? instanceOf(saved) },
    context,
    { ...logger(values, context), onResponse: clock.onResponse, maxConcurrency: concurrency },
  );
  const { query, calendar } = exportQueryOf(values, context, connection, saved);
  const options = { signal: context.signal, now: context.now, concurrency };
  if (toStandardOutput) {
    if (values['dry-run'] === true) note(context, words.export.requests(countRequests(query)));
    else await streamRows(query, calendar, connection, format, options, context);
    return undefined;
  }
  const job: ExportJob = {
    files,
    format: await loadInstalledFormat(format, context),
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
  if (values['dry-run'] === true) {
    note(context, words.export.requests((await planExport(job)).requests));
    return undefined;
  }
  using _ = lockOutput(files, words);
  const start = await planExport(job);
  return await exportToFile(job, start, connection, clock, options, values['quiet'] === true, context);
}

async function exportToFile(
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

/** Streams rows to standard output, which cannot be resumed. */
async function streamRows(
  query: ExportQuery,
  calendar: Calendar,
  { client, names }: Connection,
  name: FormatName,
  options: { signal: AbortSignal; concurrency: number },
  context: Context,
): Promise<void> {
  const { words } = context;
  const format = await loadTextFormat(name);
  if (!format) throw new CommandError('usage', words.export.notForStandardOutput(name));
  const toRecord = recordMaker(query, calendar, names);
  await print(context, format.header);
  const bytes = new Bytes();
  try {
    for await (const { rows } of fetchRows(client, query, calendar, query.from, options)) {
      for (const row of rows) format.append(toRecord(row), bytes);
      await print(context, bytes.takeText());
    }
  } catch (error) {
    throw describeError(error, context);
  }
}

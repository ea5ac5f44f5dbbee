import type { CommandSpec } from '../command-line/command.ts';
import { integerOf, textOf, type Values } from '../command-line/option.ts';
import { connectionOptions, seriesOptions } from '../command-line/shared-options.ts';
import { connect, logger } from '../connection/connect.ts';
import { describeError } from '../connection/describe-error.ts';
import { type Context, note, print } from '../context.ts';
import { CommandError } from '../exit-codes.ts';
import { connectionOf } from '../get/get.ts';
import { Bytes } from './bytes.ts';
import { ClockCheck } from './clock.ts';
import { recordMaker } from './columns.ts';
import { formats, loadTextFormat } from './formats/formats.ts';
import { formatNameOf, outputOf } from './output-options.ts';
import { countRequests } from './query.ts';
import { exportQueryOf } from './query-options.ts';
import { fetchRows } from './rows.ts';
import { type ExportRun, exportToFile } from './to-file.ts';

/** `session-series export`: series over any period, to a file. */
export function exportCommand(context: Context): CommandSpec {
  const { words } = context;
  const { options } = words;
  return {
    name: 'export',
    summary: words.commands.export,
    arguments: [{ name: options.values.file, description: words.export.file }],
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
  const output = outputOf(values, args, context);
  const concurrency = integerOf(values, 'concurrency', [1, 32], context) ?? defaultConcurrency;
  const clock = new ClockCheck(context.now);
  const run: ExportRun = {
    values,
    format: formatNameOf(values, output, context),
    concurrency,
    clock,
    connect: (instance) =>
      connect({ ...connectionOf(values), instance: textOf(values, 'instance') ?? instance }, context, {
        ...logger(values, context),
        fetch: clock.fetch,
        maxConcurrency: concurrency,
      }),
  };
  return output === '-'
    ? await exportToStandardOutput(run, context)
    : await exportToFile(output, run, context);
}

/** Streams rows to standard output, which cannot be resumed. */
async function exportToStandardOutput(
  { values, format: name, concurrency, connect }: ExportRun,
  context: Context,
): Promise<undefined> {
  const { words, signal } = context;
  await using connection = await connect();
  const { query, calendar } = exportQueryOf(values, context, connection);
  if (values['dry-run'] === true) {
    note(context, words.export.requests(countRequests(query)));
    return;
  }
  const format = await loadTextFormat(name);
  if (!format) throw new CommandError('usage', words.export.notForStandardOutput(name));
  const toRecord = recordMaker(query, calendar, connection.names);
  await print(context, format.header);
  const bytes = new Bytes();
  const options = { signal, concurrency };
  try {
    for await (const { rows } of fetchRows(connection.client, query, calendar, query.from, options)) {
      for (const row of rows) format.append(toRecord(row), bytes);
      await print(context, bytes.takeText());
    }
  } catch (error) {
    throw describeError(error, context);
  }
}

import type { GetSessionsDataSeriesParameters } from '@session-series/client';
import type { CommandSpec } from '../command-line/command.ts';
import { optionOf, parameterValue, textOf, type Values } from '../command-line/option.ts';
import { connectionOptions } from '../command-line/shared-options.ts';
import { connect, logger } from '../connection/connect.ts';
import { describeError } from '../connection/describe-error.ts';
import { type Context, note, print } from '../context.ts';
import { CommandError } from '../exit-codes.ts';
import type { Point } from './table.ts';

/** `session-series get`: sends one request, and prints a table or data. */
export function getCommand(context: Context): CommandSpec {
  const { words, contract } = context;
  return {
    name: 'get',
    summary: contract.operation.summary,
    options: [
      ...[...contract.parameters.values()].map((parameter) => optionOf(parameter)),
      { name: 'json', description: words.get.json },
      { name: 'csv', description: words.get.csv },
      { name: 'ndjson', description: words.get.ndjson },
      { name: 'dry-run', description: words.get.dryRun },
      ...connectionOptions(context),
    ],
    run: get,
  };
}

async function get(values: Values, _: readonly string[], context: Context): Promise<undefined> {
  const { words, contract } = context;
  const formats = (['json', 'csv', 'ndjson'] as const).filter((name) => values[name] === true);
  if (formats.length > 1)
    throw new CommandError('usage', words.get.oneFormat(formats.map((name) => `--${name}`)));
  const query = queryOf(values, context);
  if (values['dry-run']) {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) parameters.set(name, String(value));
    note(context, words.get.wouldSend(contract.operation.path, parameters.toString()));
    return;
  }
  await using connection = await connect(connectionOf(values), context, logger(values, context));
  let points: readonly Point[];
  try {
    const { data } = await connection.client.getSessionsDataSeries(query, { signal: context.signal });
    points = data;
  } catch (error) {
    throw describeError(error, context);
  }
  await print(context, await render(points, formats[0], context));
}

async function render(
  points: readonly Point[],
  format: 'json' | 'csv' | 'ndjson' | undefined,
  context: Context,
) {
  switch (format) {
    case 'json':
      return `${JSON.stringify(points, null, 2)}\n`;
    case 'ndjson':
      return points.map((point) => `${JSON.stringify(point)}\n`).join('');
    case 'csv':
      return `time,sessions\n${points.map(({ time, sessions }) => `${time},${sessions}\n`).join('')}`;
    case undefined: {
      const { renderTable } = await import('./table.ts');
      return await renderTable(points, context);
    }
  }
}

/** The connection options. */
export function connectionOf(values: Values) {
  return {
    instance: textOf(values, 'instance'),
    keyFile: textOf(values, 'key-file'),
    profile: textOf(values, 'profile'),
    names: textOf(values, 'names'),
    mock: values['mock'] === true,
  };
}

/** The query, with the names, types and defaults of the contract. */
function queryOf(values: Values, context: Context): GetSessionsDataSeriesParameters {
  const query: Record<string, string | number> = {};
  for (const parameter of context.contract.parameters.values()) {
    const option = optionOf(parameter);
    const text = textOf(values, option.name) ?? option.default;
    if (text === undefined) continue;
    query[parameter.name] = parameterValue(parameter, String(text), `--${option.name}`, context);
  }
  // Every parameter was checked against its schema, which the type is generated from.
  return query as unknown as GetSessionsDataSeriesParameters;
}

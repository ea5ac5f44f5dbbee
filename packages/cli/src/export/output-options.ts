import { textOf, type Values } from '../command-line/option.ts';
import type { Context } from '../context.ts';
import { CommandError } from '../exit-codes.ts';
import { type FormatName, formatOf, formats } from './formats/formats.ts';
import type { Continuation } from './job.ts';

/** The output file; `-` is standard output. @throws CommandError */
export function outputOf(values: Values, args: readonly string[], context: Context): string {
  const { words } = context;
  const [argument] = args;
  const option = textOf(values, 'output');
  if (argument !== undefined && option !== undefined)
    throw new CommandError('usage', words.export.twoOutputs);
  const output = argument ?? option;
  if (output) return output;
  // Standard output cannot be resumed.
  if (continuationOf(values, context) !== 'none') throw new CommandError('usage', words.export.noOutput);
  return '-';
}

/** The format, by its option or by the name of the output. @throws CommandError */
export function formatNameOf(values: Values, output: string, { words }: Context): FormatName {
  const names = Object.keys(formats);
  const given = textOf(values, 'format');
  if (given !== undefined && !names.includes(given)) {
    throw new CommandError('usage', words.usage.badChoice('--format', given, names));
  }
  // Checked against the names above.
  const name = (given as FormatName | undefined) ?? (output === '-' ? 'csv' : formatOf(output));
  if (name === undefined)
    throw new CommandError('usage', words.export.unknownEnding(output, Object.values(formats).flat()));
  return name;
}

/** What to do with the files of an earlier run. @throws CommandError when several options say it. */
export function continuationOf(values: Values, { words }: Context): Continuation {
  const given = (['resume', 'append', 'overwrite'] as const).filter((name) => values[name] === true);
  if (given.length > 1)
    throw new CommandError('usage', words.export.oneContinuation(given.map((name) => `--${name}`)));
  return given[0] ?? 'none';
}

import { existsSync } from 'node:fs';
import { beyondBaseline, toBaseline } from '../baseline.ts';
import type { Lines } from '../document/lines.ts';
import { readSource } from '../document/read.ts';
import { writeWhole } from '../document/write.ts';
import { InputError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { formatNames, formatter } from '../format/index.ts';
import { count } from '../format/visible.ts';
import type { Input, Io, Option } from './options.ts';

/** The options of every command that prints findings. */
export const reportOptions: Readonly<Record<string, Option>> = {
  format: { value: formatNames.join('|'), short: 'f', help: 'Format of the report; default: pretty.' },
  output: { value: 'file', short: 'o', help: 'Write the report to a file instead of standard output.' },
  baseline: { value: 'file', help: 'File of accepted findings, which are not reported.' },
  'update-baseline': { help: 'Write the current findings to the file of --baseline.' },
};

/**
 * Prints the findings that the baseline does not accept, in the format of the options.
 *
 * @returns the exit code: 1 when there are errors
 */
export async function report(
  findings: readonly Finding[],
  files: ReadonlyMap<string, Lines>,
  input: Input,
  io: Io,
): Promise<number> {
  const format = formatter(input.text('format'));
  const baseline = input.text('baseline');
  if (input.is('update-baseline')) {
    if (!baseline) {
      throw new InputError('The option --baseline is missing', { expected: '--baseline <file>' });
    }
    await writeWhole(baseline, toBaseline(findings));
    io.err(`${baseline}: ${count(findings.length, 'finding')} accepted\n`);
    return 0;
  }
  if (baseline && !existsSync(baseline)) {
    throw new InputError(`The baseline ${baseline} does not exist`, {
      expected: 'a file that --update-baseline has written',
      help: 'Run once with --update-baseline to accept the current findings.',
    });
  }
  const left = baseline ? beyondBaseline(findings, await readSource(baseline)) : findings;
  const output = input.text('output');
  const text = format(left, files, io.colour && !output);
  if (output) await writeWhole(output, text);
  else io.out(text);
  if (left.length < findings.length) {
    io.err(`${count(findings.length - left.length, 'finding')} accepted by ${baseline}\n`);
  }
  return left.some(({ severity }) => severity === 'error') ? 1 : 0;
}

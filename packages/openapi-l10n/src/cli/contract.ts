import { readSource } from '../document/read.ts';
import type { SourceFile } from '../document/source-file.ts';
import { isObject, valueAt } from '../json.ts';
import type { Io } from './options.ts';

/**
 * Reads the contract of a command. A version without quotes is a number, which loses its zeros when it is written again:
 * the command says so, and continues.
 *
 * @throws {InputError} when it cannot be read
 */
export async function readContract(file: string, io: Io): Promise<SourceFile> {
  const contract = await readSource(file);
  if (!isObject(contract.value) || typeof valueAt(contract.value, ['info', 'version']) !== 'number')
    return contract;
  const { line, column } = contract.locate(['info', 'version']);
  const written = /^[^\s,}\]#]+/.exec(contract.lines.line(line).slice(column - 1))?.[0] ?? '';
  io.err(
    `${file}:${line}:${column}: warning: the version ${written} is a number without quotes, and loses its zeros; write version: "${written}"\n`,
  );
  return contract;
}

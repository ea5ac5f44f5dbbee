import { stat, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { stringify } from 'yaml';
import { InputError } from '../errors.ts';
import type { Json } from '../json.ts';
import { fileReason } from './file-errors.ts';

/** A value as the text of a file: JSON if the file name ends in `.json`, else YAML. */
export function toText(value: Json, file: string): string {
  if (extname(file) === '.json') return `${JSON.stringify(value, null, 2)}\n`;
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** The name that stands for standard output. */
const STDOUT = '-';

/**
 * Writes a file atomically: after an error, an existing file is unchanged. Links are followed, and the mode of an
 * existing file is kept. Devices and pipes are written to directly, and so is standard output, whose name is `-`.
 *
 * @throws {InputError} when the file cannot be written.
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  if (file === STDOUT) return void process.stdout.write(text);
  try {
    const old = await stat(file).catch(() => undefined);
    if (old?.isDirectory()) throw new Error('it is a folder');
    // Renaming a temporary file would replace a device or a pipe.
    await (old && !old.isFile() ? writeFile(file, text) : writeFileAtomic(file, text));
  } catch (cause) {
    throw new InputError(`Cannot write ${file}: ${fileReason(cause)}`, {
      expected: 'a file in a writable folder',
      help: 'Choose another file; nothing was changed.',
      cause,
    });
  }
}

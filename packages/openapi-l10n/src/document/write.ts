import { randomUUID } from 'node:crypto';
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { stringify } from 'yaml';
import { InputError } from '../errors.ts';
import type { Json } from '../json.ts';
import { fileReason } from './file-errors.ts';

/** A value as the text of a file: JSON if the file name ends in `.json`, else YAML. */
export function toText(value: Json, file: string): string {
  if (extname(file) === '.json') return `${JSON.stringify(value, null, 2)}\n`;
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}

/**
 * Writes a file atomically: the text goes to a temporary file next to it, which is then renamed. Links are
 * followed, and the mode of an existing file is kept. Devices and pipes are written to directly.
 *
 * @throws {InputError} when the file cannot be written; an existing file is then unchanged.
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    const old = await stat(target).catch(() => undefined);
    if (old?.isDirectory()) throw new Error('it is a folder');
    if (old && !old.isFile()) return await writeFile(target, text);
    await writeFile(temporary, text, { flag: 'wx' });
    if (old) await chmod(temporary, old.mode);
    await rename(temporary, target);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => {});
    throw new InputError(`Cannot write ${file}: ${fileReason(cause)}`, {
      expected: 'a file in a writable folder',
      help: 'Choose another file; nothing was changed.',
      cause,
    });
  }
}

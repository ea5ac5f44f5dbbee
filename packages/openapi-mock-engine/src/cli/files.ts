import {
  accessSync,
  appendFileSync,
  constants,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { FileError, why } from './served.ts';

/** Reads a file that an option names. @throws FileError */
export function readText(option: string, file: string): string {
  return attempt(option, file, () => readFileSync(file, 'utf8'));
}

/**
 * Writes a file atomically; links are followed, and the mode of an existing file is kept. A device or a pipe, such as
 * `/dev/stdout`, is written to directly.
 *
 * @throws FileError
 */
export function writeText(option: string, file: string, text: string): void {
  // Renaming a temporary file would replace a device or a pipe.
  const write = isRegular(file) ? writeFileAtomic.sync : writeFileSync;
  attempt(option, file, () => write(file, text));
}

/** Adds a whole line to a file, or nothing: a full disk leaves no half of it. @throws FileError */
export function appendLine(option: string, file: string, line: string): void {
  attempt(option, file, () => {
    const before = isRegular(file) ? (statSync(file, { throwIfNoEntry: false })?.size ?? 0) : undefined;
    try {
      appendFileSync(file, `${line}\n`);
    } catch (error) {
      if (before !== undefined) truncateSync(file, before);
      throw error;
    }
  });
}

/** Checks that a file can be written to a folder before the work begins. @throws FileError */
export function checkFolder(option: string, file: string): void {
  attempt(option, file, () => accessSync(dirname(file), constants.W_OK));
}

/** Whether a file is, or would be, a regular one. */
function isRegular(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() !== false;
}

function attempt<T>(option: string, file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new FileError(`${option} ${file}: ${why(error)}.`);
  }
}

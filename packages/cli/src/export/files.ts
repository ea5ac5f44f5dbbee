import {
  chmodSync,
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { CommandError } from '../exit-codes.ts';
import type { Words } from '../words/words.ts';

/** The files of one export: the output, and those next to it. */
export interface ExportFiles {
  output: string;
  /** The rows of an incomplete export. */
  journal: string;
  /** The content of the output, for `--append` and for users. */
  state: string;
  /** The output before it is renamed. */
  temporary: string;
  /** The process that is writing it. */
  lock: string;
}

/** The paths of the files of an export. A symbolic link is kept, and its target written. */
export function filesOf(given: string): ExportFiles {
  const isLink = lstatSync(given, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const output = isLink && exists(given) ? realpathSync(given) : given;
  return {
    output,
    journal: `${output}.partial`,
    state: `${output}.state.json`,
    temporary: `${output}.tmp`,
    // The SQLite library locks with a folder that ends in .lock.
    lock: `${output}.pid`,
  };
}

/** Refuses an output that cannot be written, before anything is fetched. */
export function checkWritable(output: string, words: Words): void {
  const folder = statOf(dirname(output));
  if (!folder?.isDirectory()) {
    throw new CommandError('cannotCreate', words.files.noFolder(output, dirname(output)));
  }
  const existing = statOf(output);
  if (existing?.isDirectory()) throw new CommandError('cannotCreate', words.files.isFolder(output));
  // The finished file would take the place of the device or pipe.
  if (existing && !existing.isFile()) throw new CommandError('cannotCreate', words.files.noFile(output));
  // Renaming over a read-only file would succeed, which its owner would not expect.
  if (existing && (existing.mode & 0o222) === 0) {
    throw new CommandError('cannotCreate', words.files.readOnly(output));
  }
}

/** Whether a file exists. */
export function exists(file: string): boolean {
  return statOf(file) !== undefined;
}

/** The size of a file in bytes; undefined when there is none. */
export function sizeOf(file: string): number | undefined {
  return statOf(file)?.size;
}

/**
 * Writes a file atomically: under a temporary name, flushed to disk, then renamed.
 *
 * @param write creates the temporary file.
 */
export async function writeAtomically(
  file: string,
  temporary: string,
  write: (temporary: string) => Promise<void> | void,
): Promise<void> {
  removeTemporary(temporary);
  try {
    await write(temporary);
    const existing = statOf(file);
    // Users who could not read the file before cannot read it afterwards.
    if (existing) chmodSync(temporary, existing.mode & 0o777);
    sync(temporary);
    renameSync(temporary, file);
  } catch (error) {
    removeTemporary(temporary);
    throw error;
  }
  sync(dirname(file));
}

/** Removes what is left of a file that was not finished, and what the libraries of DuckDB and SQLite put next to it. */
function removeTemporary(temporary: string): void {
  for (const ending of ['', '.wal', '.lock']) {
    rmSync(`${temporary}${ending}`, { force: true, recursive: true });
  }
}

/** The same for a short text. */
export function writeTextAtomically(file: string, text: string, mode = 0o666): Promise<void> {
  return writeAtomically(file, `${file}.tmp`, (temporary) => writeFileSync(temporary, text, { mode }));
}

/** Removes a file if it is there. */
export function remove(file: string): void {
  if (exists(file)) unlinkSync(file);
}

/** Converts a file system error to one for users; other errors are returned unchanged. */
export function toUserError(error: unknown, output: string, words: Words): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new CommandError('io', words.files.noSpace(output), { cause: error });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new CommandError('cannotCreate', words.files.notPermitted(output), { cause: error });
    case 'ENOENT':
    case 'ENOTDIR':
      return new CommandError('cannotCreate', words.files.noFolder(output, dirname(output)), {
        cause: error,
      });
    default:
      return isFull(error) ? new CommandError('io', words.files.noSpace(output), { cause: error }) : error;
  }
}

/** Whether a library that has no codes for its errors says that the disk is full. */
function isFull(error: unknown): boolean {
  return (
    error instanceof Error && /no space left|disk is full|disk i\/o error|file too large/i.test(error.message)
  );
}

function statOf(file: string) {
  return statSync(file, { throwIfNoEntry: false });
}

// Some platforms cannot flush a directory; there, the rename may not be durable.
function sync(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

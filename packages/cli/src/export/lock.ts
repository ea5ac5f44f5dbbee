import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { CommandError } from '../exit-codes.ts';
import type { Words } from '../words/words.ts';
import { type ExportFiles, toUserError } from './files.ts';

/** What a lock file says: who holds it. */
interface Holder {
  pid: number;
  host: string;
}

/**
 * Keeps other processes from writing the same output, until it is disposed of. A lock that a killed process left is taken over.
 *
 * @throws CommandError when another process holds it, or the directory cannot be written to.
 */
export function lockOutput(files: Lockable, words: Words): Disposable {
  const { output, lock } = files;
  const own: Holder = { pid: process.pid, host: hostname() };
  const text = `${JSON.stringify(own)}\n`;
  try {
    if (!create(lock, text)) {
      const left = refuseLocked(files, words);
      removeIfStill(lock, left);
      if (!create(lock, text)) throw inUse(files, parse(readIfThere(lock)), words);
    }
  } catch (error) {
    throw toUserError(error, output, words);
  }
  return {
    [Symbol.dispose]() {
      if (readIfThere(lock) === text) rmSync(lock, { force: true });
    },
  };
}

/**
 * Locks nothing, but reads what the lock file says.
 *
 * @returns the content that a killed process left, if any.
 * @throws CommandError when another process holds the lock.
 */
export function refuseLocked(files: Lockable, words: Words): string | undefined {
  const left = readIfThere(files.lock);
  const holder = parse(left);
  if (holder && isRunning(holder)) throw inUse(files, holder, words);
  return left;
}

type Lockable = Pick<ExportFiles, 'output' | 'lock'>;

function inUse({ output, lock }: Lockable, holder: Holder | undefined, words: Words): CommandError {
  const elsewhere = holder && holder.host !== hostname() ? ` (${holder.host})` : '';
  return new CommandError(
    'cannotCreate',
    words.files.inUse(output, `${holder?.pid ?? '?'}${elsewhere}`, lock),
  );
}

/** @returns whether the file was made; false when there is one. */
function create(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Removes a file that has the same content as before. Renaming it first keeps two processes from both removing it. */
function removeIfStill(file: string, content: string | undefined): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    // Another process was faster, and this is its lock.
    if (readIfThere(aside) !== content) linkSync(aside, file);
  } catch (error) {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Whether the process still exists. One on another machine cannot be checked, and counts as running. */
function isRunning({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    // Signal 0 only checks.
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** A lock that was only partly written belongs to nobody. */
function parse(text: string | undefined): Holder | undefined {
  try {
    const value: Partial<Holder> | null = JSON.parse(text ?? '');
    return Number.isInteger(value?.pid) && typeof value?.host === 'string' ? (value as Holder) : undefined; // Checked just now.
  } catch {
    return undefined;
  }
}

function isCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === code;
}

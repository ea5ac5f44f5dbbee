import type { MockOptions } from '../options.ts';
import type { RunningMock } from '../server/start.ts';
import type { OptionGroup, Values } from './options.ts';

/** A file that cannot be served; the message is for users. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

/** What a mock serves, according to its options. */
export interface Served {
  document: unknown;
  /** Where the contract is from, as it was given: a file, a folder or a URL. */
  source?: string;
  /** The file of the contract, if it is one that tools can show. */
  file?: string;
  options: Partial<MockOptions>;
  /** Printed once the mock listens. */
  banner(mock: RunningMock): string;
  /** Files whose change triggers a reload; empty if they are not watched. */
  watched?: readonly string[];
  /** Reloads it. */
  reload?(): Promise<Served>;
}

/** A command line of a mock. */
export interface Command {
  /** The name of the program. */
  program: string;
  version: string;
  summary: string;
  /** Shown after the program's name, such as `<contract> [options]`. */
  usage: string;
  /** Options in addition to the shared ones, for `parseArgs` of `node:util`. */
  ownOptions: { [name: string]: { type: 'string' | 'boolean'; short?: string; default?: string | boolean } };
  /** Their help, grouped under headings. */
  ownHelp: readonly OptionGroup[];
  /** Whether arguments that are not options are allowed. */
  allowPositionals: boolean;
  /** For the help: the limit without `--rate-limit`. */
  rateLimit: { requests: string; window: string };
  /** Loads what is served. @throws UsageError @throws FileError */
  load(values: Values, positionals: readonly string[], note: (line: string) => void): Promise<Served>;
}

/** Why a file cannot be used, as part of a message. */
export function why(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES') return 'this user may not use it';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'ENOSPC') return 'the disk is full';
  return `it cannot be used (${String(code ?? error)})`;
}

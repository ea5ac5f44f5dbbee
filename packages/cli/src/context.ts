import type { Contract, Language } from './contract.ts';
import type { Words } from './words/words.ts';

/** The streams and environment of a command. Tests pass their own. */
export interface Context {
  language: Language;
  words: Words;
  contract: Contract;
  env: Readonly<Record<string, string | undefined>>;
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  /** Data only. */
  stdout: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
  /** Progress, warnings and errors. */
  stderr: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
  /** The clock: milliseconds since the epoch. */
  now: () => number;
  /** Aborted by Ctrl-C and SIGTERM. */
  signal: AbortSignal;
}

/** Writes one line to standard error. */
export function note({ stderr }: Context, line: string): void {
  stderr.write(`${line}\n`);
}

/** Writes to standard output, and waits until a slow reader is ready for more. */
export async function print({ stdout }: Pick<Context, 'stdout'>, text: string): Promise<void> {
  if (!stdout.write(text)) await new Promise<void>((resolve) => stdout.once('drain', resolve));
}

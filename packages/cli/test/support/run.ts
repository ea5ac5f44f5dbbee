import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Context } from '../../src/context.ts';
import { createContext, main } from '../../src/main.ts';
import { languageOf } from '../../src/words/words.ts';

/** What a command line wrote, and how it ended. */
export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** What a test substitutes for the process of a command line. */
export interface Surroundings {
  env?: Record<string, string>;
  /** Its content, or the error of reading it. */
  stdin?: string | Error;
  now?: number;
  signal?: AbortSignal;
  /** Whether both outputs are terminals. */
  terminal?: boolean;
  /** Their width. */
  columns?: number;
  /** Called with everything written to standard error so far, while the command runs. */
  onNote?: (text: string) => void;
}

/**
 * Runs a command line in this process. The environment only contains the given variables.
 *
 * @param runCommand the program, without the process around it.
 */
export async function run(
  args: readonly string[],
  around: Surroundings = {},
  runCommand: (args: readonly string[], context: Context) => Promise<number> = main,
): Promise<Outcome> {
  const {
    env = {},
    stdin = '',
    now,
    signal = new AbortController().signal,
    terminal = false,
    columns = 100,
    onNote,
  } = around;
  const [stdout, stderr] = [new Capture(terminal, columns), new Capture(terminal, columns, onNote)];
  const context = createContext(languageOf(args, env), {
    env: { SESSION_SERIES_CONFIG: join(tmpdir(), 'no-such-configuration.json'), ...env },
    stdin: stdin instanceof Error ? new Readable({ read() {} }).destroy(stdin) : Readable.from([stdin]),
    stdout,
    stderr,
    now: now === undefined ? Date.now : () => now,
    signal,
  });
  const code = await runCommand(args, context);
  return { code, stdout: stdout.text, stderr: stderr.text };
}

class Capture extends Writable {
  text = '';
  readonly isTTY: boolean;
  readonly columns: number;
  readonly #onText: ((text: string) => void) | undefined;

  constructor(isTTY: boolean, columns: number, onText?: (text: string) => void) {
    super({ decodeStrings: false });
    this.isTTY = isTTY;
    this.columns = columns;
    this.#onText = onText;
  }

  override _write(chunk: unknown, _: BufferEncoding, done: () => void): void {
    this.text += String(chunk);
    this.#onText?.(this.text);
    done();
  }
}

/** The command as it is installed. */
export const command = fileURLToPath(new URL('../../dist/bin/session-series.js', import.meta.url));

/** The tap as it is installed. */
export const tapCommand = fileURLToPath(new URL('../../dist/bin/tap-session-series.js', import.meta.url));

/** Starts a command in a separate process. */
export function start(
  args: readonly string[],
  { env = {}, script = command }: { env?: Record<string, string>; script?: string } = {},
): { process: ChildProcess; outcome: Promise<Outcome & { signal: NodeJS.Signals | null }> } {
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH: process.env['PATH'], HOME: tmpdir(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const outcome = new Promise<Outcome & { signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: code ?? -1, signal, stdout, stderr }));
  });
  return { process: child, outcome };
}

/** An empty folder, which is removed at the end of the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'session-series-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

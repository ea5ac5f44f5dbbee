/**
 * A mock as a command line: what the engine's own command and those of its products share.
 * @module
 */
import cluster from 'node:cluster';
import { setFlagsFromString } from 'node:v8';
import { ContractError } from '../model/index.ts';
import type { MockOptions } from '../options.ts';
import { RecordingError } from '../record/recording.ts';
import { ListenError, type RunningMock } from '../server/start.ts';
import { exitCodes, helpText, sharedGroups } from './help.ts';
import { type OptionGroup, parseCommandLine, readSharedOptions, UsageError, type Values } from './options.ts';
import { runOne } from './run.ts';
import { runWorkers } from './workers.ts';

export { controlRoutes } from '../control/control.ts';
export { sharedOptions } from './options.ts';
export { exitCodes, type OptionGroup, UsageError, type Values };

/** A file that cannot be served; the message is for people. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

/** What a mock serves, once its options are known. */
export interface Served {
  document: unknown;
  options: Partial<MockOptions>;
  /** Printed once the mock listens. */
  banner(mock: RunningMock): string;
  /** Files whose change means that all of it is to be loaded again; empty if they are not watched. */
  watched?: readonly string[];
  /** Loads it again. */
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
  /** Options besides the shared ones, as `parseArgs` of `node:util` wants them. */
  ownOptions: { [name: string]: { type: 'string' | 'boolean'; short?: string; default?: string | boolean } };
  /** Their help, by the heading of the group that they belong to. */
  ownHelp: readonly OptionGroup[];
  /** Whether arguments that are no options are allowed. */
  allowPositionals: boolean;
  /** For the help: the limit that is in force without `--rate-limit`. */
  rateLimit: { requests: string; window: string };
  /** Reads what is to be served. @throws UsageError @throws FileError */
  load(values: Values, positionals: readonly string[], note: (line: string) => void): Promise<Served>;
}

/** The groups of a command's help, its own options among the shared ones. */
export function helpGroups({ ownHelp, rateLimit }: Command): OptionGroup[] {
  const groups = sharedGroups(rateLimit.requests, rateLimit.window).map(({ heading, options }) => {
    const own = ownHelp.find((group) => group.heading === heading);
    return { heading, options: [...(own?.options ?? []), ...options] };
  });
  return [...ownHelp.filter(({ heading }) => !groups.some((group) => group.heading === heading)), ...groups];
}

/** Runs a command line until it is interrupted. Sets the exit code of the process. */
export async function runCommand(command: Command, args: readonly string[]): Promise<void> {
  // A mock runs for weeks: short-lived objects take a few megabytes, instead of the 130 that they grow to under load.
  setFlagsFromString('--optimize-for-size');
  // A reader that is gone, as `| head` is, ends the mock without a word.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
    });
  }
  try {
    const { values, positionals } = parseCommandLine(args, command.ownOptions, command.allowPositionals);
    if (values.help === true) {
      process.stdout.write(
        helpText(`${command.program} ${command.usage}`, command.summary, helpGroups(command)),
      );
      return;
    }
    if (values.version === true) {
      process.stdout.write(`${command.version}\n`);
      return;
    }
    const options = readSharedOptions(values);
    if (options.workers > 1 && cluster.isPrimary) {
      await runWorkers(options.workers);
      return;
    }
    await runOne(options, (note) => command.load(values, positionals, note));
  } catch (error) {
    report(command, error);
  }
}

function report({ program }: Command, error: unknown): void {
  const isUsage = error instanceof UsageError;
  const isExpected =
    isUsage ||
    error instanceof FileError ||
    error instanceof ListenError ||
    error instanceof ContractError ||
    error instanceof RecordingError ||
    error instanceof RangeError ||
    (error instanceof Error && error.name === 'FaultSyntaxError');
  if (!isExpected) throw error;
  const message = `${error.message}${remedy(error)}\n${isUsage ? `Run ${program} --help for all options.\n` : ''}`;
  process.exitCode = isUsage ? 2 : 1;
  // All workers fail alike, and the first to end stops the others: the primary process prints it, once.
  if (cluster.worker === undefined) process.stderr.write(message);
  else cluster.worker.send(message, () => cluster.worker?.disconnect());
}

function remedy(error: Error): string {
  if (!(error instanceof ListenError)) return '';
  return ` Choose another one with ${error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' ? '--host' : '--port'}.`;
}

/**
 * The command line of a mock, shared by the engine and by mocks built on it.
 * @module
 */
import cluster from 'node:cluster';
import { FaultSyntaxError } from '../faults/parse.ts';
import { ContractError } from '../model/index.ts';
import { RecordingError } from '../record/recording.ts';
import { ListenError } from '../server/start.ts';
import { exitCodes, helpText, sharedGroups } from './help.ts';
import { type OptionGroup, parseCommandLine, UsageError, type Values } from './options.ts';
import { readSharedOptions } from './read-options.ts';
import { runOne } from './run.ts';
import { type Command, FileError, type Served } from './served.ts';
import { runWorkers, workerPort } from './workers.ts';

export { controlRoutes } from '../control/routes.ts';
export { sharedOptions } from './options.ts';
export { type Command, exitCodes, FileError, type OptionGroup, type Served, UsageError, type Values };

/** The groups of a command's help: its own options and the shared ones. */
export function helpGroups({ ownHelp, rateLimit }: Command): OptionGroup[] {
  const groups = sharedGroups(rateLimit.requests, rateLimit.window).map(({ heading, options }) => {
    const own = ownHelp.find((group) => group.heading === heading);
    return { heading, options: [...(own?.options ?? []), ...options] };
  });
  return [...ownHelp.filter(({ heading }) => !groups.some((group) => group.heading === heading)), ...groups];
}

/** Runs a command line until it is interrupted. Sets the exit code of the process. */
export async function runCommand(command: Command, args: readonly string[]): Promise<void> {
  // If the reader of the output ends, as `| head` does, the mock stops silently.
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
      await runWorkers(options.workers, options.server);
      return;
    }
    const port = workerPort() ?? options.server.port;
    const server = port === undefined ? options.server : { ...options.server, port };
    await runOne({ ...options, server }, (note) => command.load(values, positionals, note));
  } catch (error) {
    reportError(command, error);
  }
}

/** Prints what is wrong and sets the exit code. @throws unexpected errors, unchanged */
export function reportError({ program }: Command, error: unknown): void {
  const isUsage = error instanceof UsageError;
  const isExpected =
    isUsage ||
    error instanceof FileError ||
    error instanceof ListenError ||
    error instanceof ContractError ||
    error instanceof RecordingError ||
    error instanceof RangeError ||
    error instanceof FaultSyntaxError;
  if (!isExpected) throw error;
  const option = error instanceof FaultSyntaxError ? '--faults: ' : '';
  const message = `${option}${error.message}${portOrHostHint(error)}\n${isUsage ? `Run ${program} --help for all options.\n` : ''}`;
  process.exitCode = isUsage ? 2 : 1;
  // All workers fail in the same way, so the primary process prints the error once.
  if (cluster.worker === undefined) process.stderr.write(message);
  else cluster.worker.send(message, () => cluster.worker?.disconnect());
}

function portOrHostHint(error: Error): string {
  if (!(error instanceof ListenError)) return '';
  return ` Choose another one with ${error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' ? '--host' : '--port'}.`;
}

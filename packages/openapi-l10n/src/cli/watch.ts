import { watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { InputError } from '../errors.ts';
import type { Io } from './options.ts';

/** Editors may write a file in several steps, which count as one change. */
const SETTLE_MS = 50;

/**
 * Runs a task now and after each change of a file, until the process is stopped. An error in a file is printed, and
 * watching continues.
 *
 * @returns the exit code of the last time, once the process is asked to stop
 */
export async function watchFiles(
  files: readonly string[],
  run: () => Promise<number>,
  io: Io,
): Promise<number> {
  let code = 0;
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const runSafely = async () => {
    try {
      code = await run();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      io.err(`openapi-l10n: ${error.toText()}\n`);
      code = 2;
    }
    io.err('Watching for changes. Press Ctrl-C to stop.\n');
  };
  const names = new Set(files.map((file) => resolve(file)));
  const folders = new Set([...names].map((file) => dirname(file)));
  // Folders are watched, not files: editors may replace a file instead of writing to it.
  const watchers = [...folders].map((folder) =>
    watch(folder, (_event, name) => {
      if (name === null || !names.has(resolve(folder, basename(name)))) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(runSafely);
      }, SETTLE_MS);
    }),
  );
  // Watching starts before the first run says so.
  running = running.then(runSafely);
  await new Promise<void>((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  for (const watcher of watchers) watcher.close();
  clearTimeout(timer);
  await running;
  return code;
}

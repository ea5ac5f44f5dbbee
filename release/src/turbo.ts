import { join, posix } from 'node:path';
import { run } from './scratch.ts';
import { root } from './workspace.ts';

/** A task as `turbo run --dry=json` plans it. */
export interface PlannedTask {
  /** `@session-series/client#build`, for instance. */
  readonly taskId: string;
  /** Folder of its package. */
  readonly directory: string;
  /** The files that it is made of, relative to that folder, and a hash of each. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Names of tasks that come before it. */
  readonly dependencies: readonly string[];
  readonly command: string;
  readonly cache: { readonly status: 'HIT' | 'MISS' };
}

/** The cache of this repository, which copies can share. */
export const sharedCache = (): string => process.env['TURBO_CACHE_DIR'] ?? join(root, '.turbo/cache');

/** Runs `turbo run …` in a copy of the repository, by default with a separate cache; returns its output. */
export function turbo(
  folder: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cache = join(folder, '.turbo/cache'),
): string {
  const argv = ['run', ...words, `--cache-dir=${cache}`];
  return run('turbo', argv, { cwd: folder, env, seconds: 400 });
}

/** The tasks of a build, ordered by name, without packages that have no build script. */
const withScript = (tasks: readonly PlannedTask[]): PlannedTask[] =>
  tasks
    .filter(({ command }) => command !== '<NONEXISTENT>')
    .toSorted((a, b) => (a.taskId < b.taskId ? -1 : 1));

function plan(folder: string): Plan {
  return JSON.parse(turbo(folder, ['build', '--dry=json']));
}

/** The part of the plan of `turbo run --dry=json` that is read. */
interface Plan {
  readonly tasks: readonly PlannedTask[];
  readonly globalCacheInputs: { readonly files: Readonly<Record<string, string>> };
}

/**
 * A function that returns the tasks of a build that run again after an edit of a file, ordered by name: those
 * that have it among their inputs, and those that depend on them.
 */
export function rebuilder(folder: string): (file: string) => string[] {
  const { tasks, globalCacheInputs } = plan(folder);
  const inputs = new Map(
    tasks.map(({ taskId, directory, inputs: own }) => [
      taskId,
      new Set(Object.keys(own).map((file) => posix.join(directory, file))),
    ]),
  );
  return (file) => {
    const everywhere = file in globalCacheInputs.files;
    const isTouched = (task: PlannedTask): boolean =>
      everywhere ||
      inputs.get(task.taskId)?.has(file) === true ||
      tasks.some((other) => task.dependencies.includes(other.taskId) && isTouched(other));
    return withScript(tasks.filter(isTouched)).map(({ taskId }) => taskId);
  };
}

/** The tasks of a build that would run, not restored from the cache. */
export function tasksToRun(folder: string): string[] {
  return withScript(plan(folder).tasks)
    .filter(({ cache }) => cache.status === 'MISS')
    .map(({ taskId }) => taskId);
}

import { join } from 'node:path';
import { run } from './scratch.ts';
import { root } from './workspace.ts';

/** A task as `turbo run --dry=json` plans it. */
export interface PlannedTask {
  /** `@session-series/client#build`, for instance. */
  readonly taskId: string;
  /** The hash of the task's inputs: if it changes, the task runs again. */
  readonly hash: string;
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
export function buildPlan(folder: string): PlannedTask[] {
  const { tasks }: { tasks: PlannedTask[] } = JSON.parse(turbo(folder, ['build', '--dry=json']));
  return tasks
    .filter(({ command }) => command !== '<NONEXISTENT>')
    .toSorted((a, b) => (a.taskId < b.taskId ? -1 : 1));
}

/** The tasks of a build that would run, not restored from the cache. */
export function tasksToRun(folder: string): string[] {
  return buildPlan(folder)
    .filter(({ cache }) => cache.status === 'MISS')
    .map(({ taskId }) => taskId);
}

import { join } from 'node:path';
import { run } from './scratch.ts';
import { root } from './workspace.ts';

/** A task as `turbo run --dry=json` plans it. */
export interface PlannedTask {
  /** `@session-series/client#build`, for instance. */
  readonly taskId: string;
  /** What the task depends on, as one number: another hash means that it runs again. */
  readonly hash: string;
  readonly command: string;
  readonly cache: { readonly status: 'HIT' | 'MISS' };
}

/** The cache of this repository, for copies that may take from it what they have in common. */
export const sharedCache = (): string => process.env['TURBO_CACHE_DIR'] ?? join(root, '.turbo/cache');

/** Run `turbo run …` in a copy of the repository, by default with a cache of its own; gives what was printed. */
export function turbo(
  folder: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cache = join(folder, '.turbo/cache'),
): string {
  const argv = ['run', ...words, `--cache-dir=${cache}`];
  return run('turbo', argv, { cwd: folder, env, seconds: 400 });
}

/** The tasks of a build, in the order of their names; packages without a build script are left out. */
export function buildPlan(folder: string): PlannedTask[] {
  const { tasks }: { tasks: PlannedTask[] } = JSON.parse(turbo(folder, ['build', '--dry=json']));
  return tasks
    .filter(({ command }) => command !== '<NONEXISTENT>')
    .toSorted((a, b) => (a.taskId < b.taskId ? -1 : 1));
}

/** The tasks of a build that would run now, the others being restored from the cache. */
export function tasksToRun(folder: string): string[] {
  return buildPlan(folder)
    .filter(({ cache }) => cache.status === 'MISS')
    .map(({ taskId }) => taskId);
}

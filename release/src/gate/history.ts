import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../scratch.ts';

/** A change: the working tree of a repository against the commit that it started from. */
export interface Change {
  readonly repository: string;
  /** Files that were added, edited or removed, committed or not; relative to the root, with `/`. */
  readonly files: readonly string[];
  /** The text of a file at the start; empty if it was not there. */
  before(file: string): string;
  /** The text of a file now; empty if it is not there. */
  after(file: string): string;
}

/**
 * What a working tree changes.
 * @param since a branch, tag or commit; the change starts where it and the working tree's commit parted
 * @throws Error when git knows no such commit, or the histories have nothing in common
 */
export function changeSince(repository: string, since: string): Change {
  const git = (...words: string[]): string => run('git', words, { cwd: repository });
  const start = git('merge-base', since, 'HEAD').trim();
  const list = (...words: string[]): string[] =>
    git(...words, '-z')
      .split('\0')
      .filter(Boolean);
  const known = new Set(list('ls-tree', '-r', '--name-only', start));
  return {
    repository,
    files: [
      ...new Set([
        ...list('diff', '--name-only', '--no-renames', start),
        ...list('ls-files', '--others', '--exclude-standard'),
      ]),
    ],
    before: (file) => (known.has(file) ? git('show', `${start}:${file}`) : ''),
    after: (file) => (existsSync(join(repository, file)) ? readFileSync(join(repository, file), 'utf8') : ''),
  };
}

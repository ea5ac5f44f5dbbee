import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GateError } from '../error.ts';

/** The files of the base commit of a change, in a temporary folder. */
export interface BaseFiles extends Disposable {
  readonly folder: string;
}

/** The change of a working tree since it branched off. */
export interface Change {
  /** The root of the working tree. */
  readonly root: string;
  /** The base commit of the change. */
  readonly start: string;
  /** Files that were added, edited or removed, committed or not; relative to the root, with `/`. */
  readonly files: readonly string[];
  /** The text of a file at the base; undefined if it did not exist. */
  textBefore(file: string): string | undefined;
  /** Writes the files of the base for which `wanted` is true to a temporary folder. */
  checkoutBase(wanted: (file: string) => boolean): BaseFiles;
}

/**
 * Determines the change of a working tree. Works in any Git worktree.
 * @param folder any folder of the working tree
 * @param base a branch, tag or commit; the change starts where it and HEAD diverged
 * @throws GateError without Git or a repository, for an unknown base, and for a clone that is too shallow
 */
export function changeSince(folder: string, base: string): Change {
  const root = git(folder, ['rev-parse', '--show-toplevel'], `${folder} is not in a Git repository.`).trim();
  const start = startOf(root, base);
  const list = (...argv: string[]): string[] =>
    git(root, [...argv, '-z'])
      .split('\0')
      .filter(Boolean);
  const known = new Set(list('ls-tree', '-r', '--name-only', start));
  return {
    root,
    start,
    files: [
      ...new Set([
        ...list('diff', '--name-only', '--no-renames', start),
        ...list('ls-files', '--others', '--exclude-standard'),
      ]),
    ],
    textBefore: (file) => (known.has(file) ? git(root, ['show', `${start}:${file}`]) : undefined),
    checkoutBase: (wanted) => checkout(root, start, [...known].filter(wanted)),
  };
}

function startOf(root: string, base: string): string {
  const shallow = git(root, ['rev-parse', '--is-shallow-repository']).trim() === 'true';
  const shallowHint = shallow
    ? ' This clone is shallow: fetch the whole history (git fetch --unshallow; "fetch-depth: 0" of actions/checkout).'
    : '';
  git(
    root,
    ['rev-parse', '--verify', '--quiet', `${base}^{commit}`],
    `Git knows no branch, tag or commit "${base}".${shallowHint || ' Fetch it, or pass another with --base.'}`,
  );
  return git(
    root,
    ['merge-base', base, 'HEAD'],
    `HEAD and ${base} have no commit in common.${shallowHint || ' Pass a branch that HEAD started from with --base.'}`,
  ).trim();
}

function checkout(root: string, start: string, files: readonly string[]): BaseFiles {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-gate-base-'));
  // Uses a separate index, so that the one of the working tree does not change.
  const env = { GIT_INDEX_FILE: join(folder, '.index') };
  git(root, ['read-tree', start], undefined, env);
  const list = files.map((file) => `${file}\0`).join('');
  git(root, ['checkout-index', '-z', '--stdin', '--quiet', `--prefix=${folder}/`], undefined, env, list);
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

function git(
  cwd: string,
  argv: readonly string[],
  failure?: string,
  env: NodeJS.ProcessEnv = {},
  input = '',
): string {
  if (!existsSync(cwd)) throw new GateError(`${cwd}: no such folder.`);
  try {
    return execFileSync('git', argv, {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, ...env },
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 256 * 1024 * 1024,
    });
  } catch (error) {
    if (Reflect.get(Object(error), 'code') === 'ENOENT')
      throw new GateError(
        'Git is not installed, or not in PATH. Install it: changes are read from its history.',
      );
    throw new GateError(failure ?? `git ${argv.join(' ')} failed: ${Reflect.get(Object(error), 'stderr')}`, {
      cause: error,
    });
  }
}

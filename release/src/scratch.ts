import { type ExecFileException, execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './workspace.ts';

/** A temporary copy of the working tree. */
export interface Scratch extends Disposable {
  readonly folder: string;
}

interface RunOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  seconds?: number;
}

/** Runs a command. If it fails, the error contains its output. */
export function run(command: string, argv: readonly string[], options: RunOptions): string {
  try {
    return execFileSync(command, argv, { ...processOptions(options), stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw failureOf(command, argv, options, error);
  }
}

const execute = promisify(execFile);

/** Like {@link run}, but other commands can run at the same time. */
export async function runAsync(
  command: string,
  argv: readonly string[],
  options: RunOptions,
): Promise<string> {
  try {
    const running = execute(command, argv, processOptions(options));
    running.child.stdin?.end();
    return (await running).stdout;
  } catch (error) {
    throw failureOf(command, argv, options, error);
  }
}

function processOptions({ cwd, env = {}, seconds = 120 }: RunOptions) {
  // The current Node.js comes first, so that packages are tested on the required version.
  const path = [dirname(process.execPath), process.env.PATH].join(delimiter);
  return {
    cwd,
    env: { ...process.env, PATH: path, CI: 'true', ...env },
    encoding: 'utf8' as const,
    timeout: seconds * 1000,
    maxBuffer: 64 * 1024 * 1024,
  };
}

function failureOf(
  command: string,
  argv: readonly string[],
  { seconds = 120 }: RunOptions,
  error: unknown,
): Error {
  // Both ways to run a command add its output to the error; the one that waits names a time-out by its code.
  const { stdout = '', stderr = '', code, killed } = error as Partial<ExecFileException>;
  const why = code === 'ETIMEDOUT' || killed ? ` did not end within ${seconds} s` : ' failed';
  return new Error(`${command} ${argv.join(' ')}${why}:\n${`${stdout}\n${stderr}`.trim().slice(-3000)}`, {
    cause: error,
  });
}

/**
 * Copies all tracked and untracked files that git does not ignore, and the folders in `built`, to a new git
 * repository, without deleted files.
 */
export function scratchCopy(built: readonly string[] = []): Scratch {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'session-series-')));
  const listed = run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  for (const path of [...listed.split('\0').filter(Boolean), ...built]) {
    if (existsSync(join(root, path))) cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  commit(folder, 'Start of the scratch copy');
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The option of pnpm that names the store which this repository was installed from. */
export function storeOption(): string {
  const { storeDir }: { storeDir: string } = JSON.parse(
    readFileSync(join(root, 'node_modules/.modules.yaml'), 'utf8'),
  );
  return `--store-dir=${dirname(storeDir)}`;
}

/**
 * A temporary copy with its dependencies, which are installed from the store of this repository; missing ones are
 * fetched.
 */
export function installedCopy(): Scratch {
  const scratch = scratchCopy();
  run('pnpm', ['install', '--prefer-offline', '--frozen-lockfile', storeOption()], {
    cwd: scratch.folder,
    seconds: 400,
  });
  return scratch;
}

/** Commits everything in a temporary copy, creating the repository if needed. Returns the hash. */
export function commit(folder: string, message: string): string {
  const who = [
    '-c',
    'user.name=Scratch',
    '-c',
    'user.email=scratch@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  if (!existsSync(join(folder, '.git')))
    run('git', ['init', '--quiet', '--initial-branch=main'], { cwd: folder });
  run('git', ['add', '--all'], { cwd: folder });
  run('git', [...who, 'commit', '--quiet', '--no-verify', '--allow-empty', '-m', message], { cwd: folder });
  return run('git', ['rev-parse', 'HEAD'], { cwd: folder }).trim();
}

/** Resets a temporary copy to its last commit, except ignored files. */
export function restore(folder: string): void {
  run('git', ['reset', '--quiet', '--hard'], { cwd: folder });
  run('git', ['clean', '--quiet', '--force', '-d'], { cwd: folder });
}

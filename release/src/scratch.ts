import { type ExecFileException, execFile, execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { root, workspacePackages } from './workspace.ts';

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
  for (const path of listed.split('\0').filter((file) => file !== '' && existsSync(join(root, file)))) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    copyFileSync(join(root, path), join(folder, path));
  }
  for (const path of built.filter((name) => existsSync(join(root, name))))
    cpSync(join(root, path), join(folder, path), { recursive: true });
  run('git', ['init', '--quiet', '--initial-branch=main'], { cwd: folder });
  // Its first commit takes the objects of this repository instead of compressing each file again.
  const objects = run('git', ['rev-parse', '--git-path', 'objects'], { cwd: root }).trim();
  writeFileSync(join(folder, '.git/objects/info/alternates'), `${resolve(root, objects)}\n`);
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

/**
 * A temporary copy with the dependencies that are installed here. Its packages have their own links, to each other and to
 * the files of these dependencies, which take no time to make: an installation writes 50,000 files.
 */
export function linkedCopy(): Scratch {
  const scratch = scratchCopy();
  for (const folder of ['.', ...workspacePackages().map((item) => item.folder)]) {
    const from = join(root, folder, 'node_modules');
    // Not the state of pnpm, nor caches of tools.
    const filter = (path: string) => path === from || !/^\.(?!bin$)/.test(basename(path));
    if (existsSync(from))
      cpSync(from, join(scratch.folder, folder, 'node_modules'), {
        recursive: true,
        verbatimSymlinks: true,
        filter,
      });
  }
  symlinkSync(join(root, 'node_modules/.pnpm'), join(scratch.folder, 'node_modules/.pnpm'), 'junction');
  // An installation there would rewrite the links of this repository: no command may start one by itself.
  const settings = join(scratch.folder, 'pnpm-workspace.yaml');
  const text = readFileSync(settings, 'utf8');
  writeFileSync(settings, text.replace('verifyDepsBeforeRun: install', 'verifyDepsBeforeRun: false'));
  commit(scratch.folder, 'Link the dependencies');
  return scratch;
}

/** Commits everything in a temporary copy. Returns the hash. */
export function commit(folder: string, message: string): string {
  const who = [
    '-c',
    'user.name=Scratch',
    '-c',
    'user.email=scratch@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  run('git', ['add', '--all'], { cwd: folder });
  run('git', [...who, 'commit', '--quiet', '--no-verify', '--allow-empty', '-m', message], { cwd: folder });
  return run('git', ['rev-parse', 'HEAD'], { cwd: folder }).trim();
}

/** Resets a temporary copy to its last commit, except ignored files. */
export function restore(folder: string): void {
  run('git', ['reset', '--quiet', '--hard'], { cwd: folder });
  run('git', ['clean', '--quiet', '--force', '-d'], { cwd: folder });
}

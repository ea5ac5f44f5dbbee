import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { root } from './workspace.ts';

/** A copy of the repository as it is in the working tree, to be changed and thrown away. */
export interface Scratch extends Disposable {
  readonly folder: string;
}

/** Run a command to its end. What it said becomes part of the error if it fails. */
export function run(
  command: string,
  argv: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv; seconds?: number },
): string {
  const { cwd, env = {}, seconds = 120 } = options;
  // The Node.js that runs this comes first: packages must be tried on the version that they ask for.
  const path = [dirname(process.execPath), process.env.PATH].join(delimiter);
  try {
    return execFileSync(command, argv, {
      cwd,
      env: { ...process.env, PATH: path, CI: 'true', ...env },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: seconds * 1000,
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    // execFileSync adds what the command wrote to the error it throws.
    const { stdout = '', stderr = '', code } = error as { stdout?: string; stderr?: string; code?: string };
    const why = code === 'ETIMEDOUT' ? ` did not end within ${seconds} s` : ' failed';
    throw new Error(`${command} ${argv.join(' ')}${why}:\n${`${stdout}\n${stderr}`.trim().slice(-3000)}`, {
      cause: error,
    });
  }
}

/**
 * Copy every file that git knows or would add, and the folders named in `built`, into a new git repository.
 * Files that were deleted but not committed stay away.
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

/**
 * A scratch copy with its dependencies. They come from the store that this repository was installed from, wherever that
 * is; what it lacks is fetched.
 */
export function installedCopy(): Scratch {
  const scratch = scratchCopy();
  const { storeDir }: { storeDir: string } = JSON.parse(
    readFileSync(join(root, 'node_modules/.modules.yaml'), 'utf8'),
  );
  const store = `--store-dir=${dirname(storeDir)}`;
  run('pnpm', ['install', '--prefer-offline', '--frozen-lockfile', store], {
    cwd: scratch.folder,
    seconds: 400,
  });
  return scratch;
}

/** Commit everything in a scratch copy; starts the repository if there is none. Gives the commit's hash. */
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

/** Bring a scratch copy back to its last commit; what git ignores stays. */
export function restore(folder: string): void {
  run('git', ['reset', '--quiet', '--hard'], { cwd: folder });
  run('git', ['clean', '--quiet', '--force', '-d'], { cwd: folder });
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAsync, storeOption } from '../scratch.ts';

type Environment = Readonly<Record<string, string>>;

/** One use of the published packages. */
export interface Use {
  readonly title: string;
  /** The packages to install into the empty folder. */
  readonly packages: readonly string[];
  /** What installs them; npm by default, as in their READMEs. */
  readonly manager?: 'pnpm';
  readonly files: Readonly<Record<string, string>>;
  /**
   * Throws if the packages do not work as documented, on the Node.js that comes first in the PATH of `env`. The folder is
   * another one for each Node.js if no packages are installed in it.
   */
  check(folder: string, env: Environment): Promise<void>;
  /** Throws if the packages are wrong whatever the Node.js. */
  checkOnce?(folder: string, env: Environment): Promise<void>;
}

/** Makes a folder with the files of a use, and installs its packages from the registry in `env`. */
export async function prepare(use: Use, parent: string, env: Environment): Promise<string> {
  const folder = mkdtempSync(join(parent, 'consumer-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  for (const [name, text] of Object.entries(use.files)) writeFileSync(join(folder, name), text);
  if (use.packages.length > 0) {
    const [command, ...options] =
      use.manager === 'pnpm'
        ? // A release may be newer than the age that pnpm requires by default.
          [
            'pnpm',
            'add',
            storeOption(),
            '--config.minimum-release-age=0',
            `--config.cache-dir=${join(parent, 'pnpm')}`,
          ]
        : ['npm', 'install'];
    await runAsync(command ?? '', [...options, '--ignore-scripts', ...use.packages], {
      cwd: folder,
      env,
      seconds: 240,
    });
  }
  return folder;
}

/** Throws unless an output has the expected form. */
export function expectOutput(actual: string, pattern: RegExp): void {
  if (!pattern.test(actual))
    throw new Error(`Expected output like ${pattern}; it was:\n${actual.slice(0, 2000)}`);
}

/** Runs a script with the Node.js of `env`, and returns its output. */
export const node = (file: string, folder: string, env: Environment) =>
  runAsync('node', [file], { cwd: folder, env });

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAsync } from '../scratch.ts';

type Environment = Readonly<Record<string, string>>;

/** One use of the published packages. */
export interface Use {
  readonly title: string;
  /** The packages to install into the empty folder. */
  readonly packages: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  /** True when the outcome does not depend on the Node.js that runs it. */
  readonly anyNode?: boolean;
  /** Throws if the packages do not work as documented, on the Node.js that comes first in the PATH of `env`. */
  check(folder: string, env: Environment): Promise<void>;
}

/** Fills an empty folder with the files of a use, and installs its packages from the registry in `env`. */
export async function install(folder: string, use: Use, env: Environment): Promise<void> {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  for (const [name, text] of Object.entries(use.files)) writeFileSync(join(folder, name), text);
  if (use.packages.length === 0) return;
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];
  await runAsync('npm', ['install', ...quiet, ...use.packages], { cwd: folder, env, seconds: 240 });
}

/** Throws unless an output has the expected form. */
export function expectOutput(actual: string, pattern: RegExp): void {
  if (!pattern.test(actual))
    throw new Error(`Expected output like ${pattern}; it was:\n${actual.slice(0, 2000)}`);
}

/** Runs a script with the Node.js of `env`, and returns its output. */
export const node = (file: string, folder: string, env: Environment) =>
  runAsync('node', [file], { cwd: folder, env });

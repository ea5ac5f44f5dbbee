/**
 * `pnpm growth [turbo arguments …]` runs the tests of all packages on a contract with all shapes of openapi/growth
 * added: only the contract, its French texts and a handler are edited, in a copy of this repository.
 *
 * Exit codes: 0 all passed, 1 something failed; the copy is then kept.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { grownCopy } from './grow.ts';
import { sharedCache } from './turbo.ts';

const { folder, [Symbol.dispose]: remove } = grownCopy();
const words = process.argv.slice(2);
const { status } = spawnSync(
  'turbo',
  [
    'run',
    ...(words.length > 0
      ? words
      : ['types', 'test', '--filter=!@session-series/release', '--filter=!growth-contract']),
    '--continue=dependencies-successful',
    '--output-logs=new-only',
    `--cache-dir=${sharedCache()}`,
  ],
  {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${join(folder, 'node_modules/.bin')}:${process.env['PATH']}` },
  },
);
if (status === 0) remove();
else console.log(`The copy is kept: ${folder}`);
process.exitCode = status === 0 ? 0 : 1;

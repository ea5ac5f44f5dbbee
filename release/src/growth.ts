/**
 * `pnpm growth` runs the tests that hold for any contract (all but those in folders of an operation) in a copy of this
 * repository whose contract has grown by each shape of openapi/growth. `pnpm growth types test` runs all tests there;
 * some of those that describe the first operation then fail.
 *
 * Exit codes: 0 all passed, 1 something failed; the copy is then kept for inspection.
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
    ...(words.length > 0 ? words : ['growth']),
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

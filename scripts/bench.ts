/**
 * Runs the benchmark of every package in sequence. Each prints a table of its figures next to those of its peers.
 * `--filter=<package>` runs one alone. Exit codes: 0 all targets were met, 1 not all, 2 no browser, or not started by pnpm.
 */
import { spawnSync } from 'node:child_process';
import { needChromium, needFirefox } from './run/browsers.ts';
import { needPnpm } from './run/executables.ts';

needPnpm('bench');
const { status } = spawnSync(
  'turbo',
  ['run', 'bench', '--concurrency=1', '--continue', '--output-logs=new-only', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, CHROMIUM_PATH: needChromium(), FIREFOX_PATH: needFirefox() } },
);
process.exitCode = status ?? 1;

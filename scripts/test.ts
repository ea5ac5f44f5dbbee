/**
 * Checks everything: lint, types, unit, contract and browser tests of all packages.
 *
 * The last line is `tests: N passed, N failed`, the true totals over all packages.
 * Exit codes: 0 all passed, 1 something failed, 2 a browser is missing.
 */
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { needChromium, needFirefox } from './run/browsers.ts';
import { clearReports, readReports } from './run/reports.ts';

/** The longest tasks come first, so that none of them runs alone at the end. */
const TASKS = [
  'test:dry-run',
  'test:grown-copy',
  'test:clean-build',
  'test:browser',
  'test',
  'lint',
  'types',
  'unused',
];

const env = {
  ...process.env,
  CHROMIUM_PATH: needChromium(),
  FIREFOX_PATH: needFirefox(),
  // The tests start hundreds of processes, which share compiled code.
  NODE_COMPILE_CACHE: join(tmpdir(), 'session-series-compiled'),
};

/** Run a command to its end; true if it succeeded. */
const ended = (child: ReturnType<typeof spawn>): Promise<boolean> =>
  new Promise((done, failed) => child.once('error', failed).once('close', (code) => done(code === 0)));

/** Runs a command next to the tasks, and prints its output in one piece. */
async function runAside(command: string, argv: string[]): Promise<boolean> {
  const child = spawn(command, argv, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [success, ...said] = await Promise.all([ended(child), text(child.stdout), text(child.stderr)]);
  process.stdout.write(said.join(''));
  return success;
}

clearReports();
const [tasks, lint, prose] = await Promise.all([
  ended(
    spawn(
      'turbo',
      [
        'run',
        ...TASKS,
        // Many tests wait for processes and browsers, so one task more than cores keeps the cores busy.
        '--concurrency=3',
        '--continue=dependencies-successful',
        '--output-logs=new-only',
        ...process.argv.slice(2),
      ],
      { env, stdio: 'inherit' },
    ),
  ),
  runAside('biome', ['check', '--error-on-warnings', '.']),
  runAside(process.execPath, [join(import.meta.dirname, 'prose.ts')]),
]);

const { passed, failed, skipped, missing } = readReports();
console.log();
if (!lint) console.log('Lint or format failed, see above. `pnpm format` fixes most of it.');
if (!prose) console.log('Words that this project does not use were found, see above.');
if (!tasks) console.log('Some tasks failed, see above.');
for (const report of missing) console.log(`${report} was not written: its tests did not run to the end.`);
if (skipped > 0) console.log(`${skipped} tests were skipped; none may be.`);
console.log(`tests: ${passed} passed, ${failed} failed`);
process.exitCode =
  lint && prose && tasks && failed === 0 && skipped === 0 && missing.length === 0 && passed > 0 ? 0 : 1;

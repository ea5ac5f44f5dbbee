/**
 * Checks everything: lint, types, unit, contract and browser tests of all packages.
 *
 * The end of its output lists every failing test and task. The last line is `tests: N passed, N failed`, the true totals
 * over all packages.
 * Exit codes: 0 all passed, 1 something failed, 2 a browser is missing, or it was not started by pnpm.
 */
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { needChromium, needFirefox } from './run/browsers.ts';
import { needPnpm } from './run/executables.ts';
import { clearReports, readReports } from './run/reports.ts';
import { clearSummaries, failedTasks } from './run/tasks.ts';

/** The longest tasks come first, so that none of them runs alone at the end. */
const TASKS = [
  'test:dry-run',
  'test:grown-copy',
  'test:adopted-copy',
  'test:clean-build',
  'test:browser',
  'test',
  'lint',
  'types',
  'unused',
];

needPnpm('test');
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

/** Runs a command next to the tasks, and keeps its output for the end. */
async function runInBackground(
  command: string,
  argv: string[],
): Promise<{ success: boolean; output: string }> {
  const child = spawn(command, argv, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [success, ...streams] = await Promise.all([ended(child), text(child.stdout), text(child.stderr)]);
  return { success, output: streams.join('') };
}

clearReports();
clearSummaries();
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
        '--summarize',
        ...process.argv.slice(2),
      ],
      { env, stdio: 'inherit' },
    ),
  ),
  runInBackground('biome', ['check', '--error-on-warnings', '.']),
  runInBackground(process.execPath, [join(import.meta.dirname, 'prose.ts')]),
]);

const { passed, skipped, failures, flaky, missing } = readReports();
console.log();
process.stdout.write(lint.output + prose.output);
for (const task of failedTasks())
  if (!failures.some((failure) => failure.package === task.package && failure.script === task.script))
    console.log(
      `\n✗ ${task.id} failed with exit code ${task.exitCode}. Its output ends with:\n${task.output}\n`,
    );
for (const test of flaky)
  console.log(`~ ${test.package}: ${test.title}\n    passed when run again, after: ${test.message}`);
for (const failure of failures) console.log(`✗ ${failure.package}: ${failure.title}\n    ${failure.message}`);
for (const report of missing) console.log(`${report} was not written: its tests did not run to the end.`);
if (!lint.success) console.log('Lint or format failed, see above. `pnpm format` fixes most of it.');
if (!prose.success) console.log('Words that this project does not use were found, see above.');
if (!tasks) console.log('Some tasks failed, see above.');
if (skipped > 0) console.log(`${skipped} tests were skipped; none may be.`);
console.log(`tests: ${passed} passed, ${failures.length} failed`);
process.exitCode =
  lint.success &&
  prose.success &&
  tasks &&
  failures.length === 0 &&
  skipped === 0 &&
  missing.length === 0 &&
  passed > 0
    ? 0
    : 1;

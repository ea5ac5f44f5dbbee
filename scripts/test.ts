/**
 * Proves that everything works: lint, types, unit, contract and browser tests of every package.
 *
 * The last line is `tests: N passed, N failed`, the true totals over all packages.
 * Exit codes: 0 all passed, 1 something failed, 2 a browser is missing.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { needChromium, needFirefox } from './run/browsers.ts';
import { clearReports, readReports } from './run/reports.ts';

const browsers = { CHROMIUM_PATH: needChromium(), FIREFOX_PATH: needFirefox() };
const run = (command: string, args: string[]) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...browsers } }).status === 0;

clearReports();
const lint = run('biome', ['check', '--error-on-warnings', '.']);
const prose = run(process.execPath, [join(import.meta.dirname, 'prose.ts')]);
const tasks = run('turbo', [
  'run',
  'lint',
  'types',
  'test',
  'test:browser',
  'unused',
  '--concurrency=2',
  '--continue=dependencies-successful',
  '--output-logs=new-only',
  ...process.argv.slice(2),
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

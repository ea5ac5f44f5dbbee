/**
 * `pnpm unused` lists unused files, exports and dependencies, and undeclared ones (knip).
 * Requires a built workspace, since generated files count. Exit codes: 0 nothing found, 1 something found, 2 knip failed.
 */
import { spawnSync } from 'node:child_process';
import { root } from './workspace.ts';

const argv = ['--directory', root, '--no-progress', '--treat-config-hints-as-errors'];
// knip loads the Playwright settings, which require the path of a browser; none is started.
const env = {
  ...process.env,
  CHROMIUM_PATH: process.env['CHROMIUM_PATH'] ?? process.execPath,
  FIREFOX_PATH: process.env['FIREFOX_PATH'] ?? process.execPath,
};
const { status } = spawnSync('knip', argv, { env, stdio: 'inherit' });
process.exitCode = status ?? 2;

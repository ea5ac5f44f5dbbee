/**
 * `pnpm unused` names files, exports and dependencies that nothing uses, and what is used but not declared (knip).
 * Wants a built workspace, since what is generated counts. Exit codes: 0 there is none, 1 there is some, 2 knip failed.
 */
import { spawnSync } from 'node:child_process';
import { root } from './workspace.ts';

const argv = ['--directory', root, '--no-progress', '--treat-config-hints-as-errors'];
// knip loads the settings of Playwright, which insist on a browser; none is started.
const env = {
  ...process.env,
  CHROMIUM_PATH: process.env['CHROMIUM_PATH'] ?? process.execPath,
  FIREFOX_PATH: process.env['FIREFOX_PATH'] ?? process.execPath,
};
const { status } = spawnSync('knip', argv, { env, stdio: 'inherit' });
process.exitCode = status ?? 2;

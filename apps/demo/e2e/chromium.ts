import type { LaunchOptions } from '@playwright/test';

/**
 * How the installed Chromium is started: nothing of it calls home.
 *
 * @throws when `CHROMIUM_PATH` is not set.
 */
export function launchOptions(): LaunchOptions {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) throw new Error('CHROMIUM_PATH is not set. Set it to an installed Chromium.');
  return {
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const outsidePath = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The Chromium for browser tests and measurements: `CHROMIUM_PATH`, or one that is installed, or one installed now.
 * Without any, says what to do and ends the process with exit code 2.
 */
export function needChromium(): string {
  const found = find() ?? (install() ? find() : undefined);
  if (found) return found;
  console.error(
    'No Chromium was found. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to the one you have.',
  );
  process.exit(2);
}

function find(): string | undefined {
  const inPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env.CHROMIUM_PATH ?? '', ...inPath, ...outsidePath].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== '';
  } catch {
    return false;
  }
}

/** Debian's package, where this process may install it; elsewhere the user is told what to do. */
function install(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  console.log('No Chromium found: installing the package chromium.');
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return apt('update', '-q') && apt('install', '-y', '-q', '--no-install-recommends', 'chromium');
}

import { spawnSync } from 'node:child_process';
import { inPath, isExecutable } from './executables.ts';

interface Browser {
  title: string;
  /** Environment variable that names the executable. */
  variable: string;
  commands: string[];
  outsidePath: string[];
  /** Debian's package. */
  package: string;
}

const chromium: Browser = {
  title: 'Chromium',
  variable: 'CHROMIUM_PATH',
  commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  outsidePath: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
  package: 'chromium',
};

const firefox: Browser = {
  title: 'Firefox',
  variable: 'FIREFOX_PATH',
  commands: ['firefox-esr', 'firefox'],
  outsidePath: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
  package: 'firefox-esr',
};

/**
 * The path of Chromium for browser tests and measurements: `CHROMIUM_PATH`, an installed one, or one that it installs.
 * Without any, prints what to do and exits with code 2.
 */
export const needChromium = (): string => need(chromium);

/** Path of the Firefox for browser tests, found like {@link needChromium} by `FIREFOX_PATH`. */
export const needFirefox = (): string => need(firefox);

function need(browser: Browser): string {
  const found = find(browser) ?? (install(browser) ? find(browser) : undefined);
  if (found) return found;
  console.error(
    `${browser.title} was not found. Install it (Debian: apt-get install ${browser.package}) or set ${browser.variable} to its executable.`,
  );
  process.exit(2);
}

function find({ variable, commands, outsidePath }: Browser): string | undefined {
  return [process.env[variable] ?? '', ...inPath(commands), ...outsidePath].find(isExecutable);
}

/** Installs Debian's package if this process may. */
function install(browser: Browser): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  console.log(`${browser.title} was not found: installing the package ${browser.package}.`);
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return apt('update', '-q') && apt('install', '-y', '-q', '--no-install-recommends', browser.package);
}

/**
 * How the installed Chromium is started, for every browser test, picture and measurement: nothing of it calls home.
 *
 * @throws Error when `CHROMIUM_PATH` is not set.
 */
export function launchOptions() {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath)
    throw new Error(
      'CHROMIUM_PATH is not set: give it the path of an installed Chromium, as the root test command does.',
    );
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

/**
 * How the installed Firefox is started: over WebDriver BiDi, since Playwright's own build cannot be downloaded everywhere.
 * A page in it emulates no media features: `colorScheme` and the like must stay unset.
 *
 * @throws Error when `FIREFOX_PATH` is not set.
 */
function firefoxOptions() {
  const executablePath = process.env['FIREFOX_PATH'];
  if (!executablePath)
    throw new Error(
      'FIREFOX_PATH is not set: set it to an installed Firefox, as the root test command does.',
    );
  return { channel: 'moz-firefox', launchOptions: { executablePath } };
}

/**
 * What every configuration of browser tests shares: two browsers, and a report that `pnpm test` reads.
 *
 * A worker's tests share a context, which takes half of the time: Playwright empties its storage, cache and cookies and
 * removes routes and scripts after each test. Permissions and being offline remain, so a test takes these back itself.
 */
export const browserTests = (
  firefox: { testIgnore?: RegExp; testMatch?: RegExp; grep?: RegExp; grepInvert?: RegExp } = {},
) => ({
  outputDir: 'reports/playwright',
  timeout: 120_000,
  // Generous: a busy machine is slow, and no test measures time.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // As in vitest.base.ts: the root test command names every test that needed this.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: 'reports/playwright.json' }]] satisfies [string, object?][],
  projects: [
    {
      name: 'chromium',
      use: { browserName: 'chromium' as const, launchOptions: launchOptions(), reuseContext: true },
    },
    {
      name: 'firefox',
      ...firefox,
      use: { browserName: 'firefox' as const, ...firefoxOptions(), reuseContext: true },
    },
  ],
});

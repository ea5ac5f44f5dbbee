import { defineConfig } from '@playwright/test';
import { firefoxOptions, launchOptions } from '../../playwright.base.ts';

/** Tests that need Chromium: themes, reduced motion, print, disabled scripts and clipboard permissions are emulated there only. */
const chromiumOnly = /(?:accessibility|keyboard|layout|reading|language|base-path|try-it)\.spec\.ts/;

export default defineConfig({
  testDir: 'browser-test',
  outputDir: 'reports/playwright',
  timeout: 120_000,
  // Generous: a busy machine is slow, and no test measures time.
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'reports/playwright.json' }]],
  workers: 2,
  projects: [
    { name: 'chromium', use: { browserName: 'chromium', launchOptions: launchOptions() } },
    { name: 'firefox', testIgnore: chromiumOnly, use: { browserName: 'firefox', ...firefoxOptions() } },
  ],
});

import { defineConfig } from '@playwright/test';
import { firefoxOptions, launchOptions } from '../../playwright.base.ts';

export default defineConfig({
  testDir: 'browser-test',
  outputDir: 'reports/playwright',
  timeout: 120_000,
  // Generous: a busy machine is slow, and no test measures time.
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'reports/playwright.json' }]],
  workers: 1,
  projects: [
    { name: 'chromium', use: { browserName: 'chromium', launchOptions: launchOptions() } },
    { name: 'firefox', use: { browserName: 'firefox', ...firefoxOptions() } },
  ],
});

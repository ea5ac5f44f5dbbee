import { defineConfig } from '@playwright/test';
import { firefoxOptions, launchOptions } from '../../playwright.base.ts';

/** Tests that need Chromium: throttling, axe's themes, print and clipboard permissions are emulated there only. */
const chromiumOnly = /(layout-shift|media|reading|request|language|saving|offline)\.test\.ts/;

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  // Generous: a busy machine is slow, and no test measures time.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'reports/playwright.json' }]],
  outputDir: 'reports/playwright',
  use: { locale: 'en-GB', timezoneId: 'America/Lima', viewport: { width: 1280, height: 900 } },
  projects: [
    { name: 'chromium', use: { browserName: 'chromium', launchOptions: launchOptions() } },
    {
      name: 'firefox',
      testIgnore: chromiumOnly,
      use: { browserName: 'firefox', ...firefoxOptions() },
    },
  ],
});

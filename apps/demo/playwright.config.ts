import { defineConfig } from '@playwright/test';
import { launchOptions } from '../../playwright.base.ts';

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'reports/playwright.json' }]],
  outputDir: 'reports/playwright',
  use: {
    locale: 'en-GB',
    timezoneId: 'America/Lima',
    viewport: { width: 1280, height: 900 },
    launchOptions: launchOptions(),
  },
});

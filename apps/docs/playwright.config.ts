import { defineConfig } from '@playwright/test';
import { launchOptions } from '../../playwright.base.ts';

export default defineConfig({
  testDir: 'browser-test',
  outputDir: 'reports/playwright',
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: 'reports/playwright.json' }]],
  workers: 2,
  use: { launchOptions: launchOptions() },
});

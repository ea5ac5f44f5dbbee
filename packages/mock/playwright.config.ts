import { defineConfig } from '@playwright/test';

const executablePath = process.env.CHROMIUM_PATH;
if (!executablePath)
  throw new Error(
    'CHROMIUM_PATH is not set: give it the path of an installed Chromium, as the root test command does.',
  );

export default defineConfig({
  testDir: 'browser-test',
  outputDir: 'reports/playwright',
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: 'reports/playwright.json' }]],
  workers: 1,
  use: {
    launchOptions: {
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
    },
  },
});

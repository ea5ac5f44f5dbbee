import { defineConfig } from '@playwright/test';
import { browserTests } from '../../playwright.base.ts';

/** Tests that need Chromium: throttling, axe's themes, print and clipboard permissions are emulated there only. */
const testIgnore = /(layout-shift|media|reading|request|language|saving|offline)\.test\.ts/;

export default defineConfig({
  ...browserTests({ testIgnore }),
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  use: { locale: 'en-GB', timezoneId: 'America/Lima', viewport: { width: 1280, height: 900 } },
});

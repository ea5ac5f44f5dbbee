import { defineConfig } from '@playwright/test';
import { browserTests } from '../../playwright.base.ts';

/** What browsers differ in: what answers, what is drawn, and how it is used. The rest is the same page, and needs one of them. */
const testMatch = /(back-ends|first-view|failures|forms|interaction)\.test\.ts/;

export default defineConfig({
  ...browserTests({ testMatch }),
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  use: { locale: 'en-GB', timezoneId: 'America/Lima', viewport: { width: 1280, height: 900 } },
});

import { defineConfig } from '@playwright/test';
import { browserTests } from '../../playwright.base.ts';

/**
 * The tests of what differs between browsers: back ends, drawing and interaction. The others need only one
 * browser.
 */
const grep = /@engine/;

export default defineConfig({
  ...browserTests({ grep }),
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  use: { locale: 'en-GB', timezoneId: 'America/Lima', viewport: { width: 1280, height: 900 } },
});

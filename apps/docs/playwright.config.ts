import { defineConfig } from '@playwright/test';
import { browserTests } from '../../playwright.base.ts';

/** Tests that need Chromium: themes, reduced motion, print, disabled scripts and clipboard permissions are emulated there only. */
const testIgnore = /(?:accessibility|keyboard|layout|reading|language|base-path|try-it)\.spec\.ts/;

export default defineConfig({ ...browserTests({ testIgnore }), testDir: 'browser-test', workers: 2 });

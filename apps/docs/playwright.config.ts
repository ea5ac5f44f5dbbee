import { defineConfig } from '@playwright/test';
import { browserTests } from '../../playwright.base.ts';

// Themes, reduced motion, disabled scripts and the like can be emulated in Chromium only.
const firefox = { grepInvert: /@chromium/ };

export default defineConfig({ ...browserTests(firefox), testDir: 'browser-test', workers: 2 });

import { defineConfig } from '@playwright/test';
import { browserTests } from '../../playwright.base.ts';

export default defineConfig({ ...browserTests(), testDir: 'browser-test', workers: 1 });

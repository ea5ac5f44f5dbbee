/** Takes the screenshots of the built demo for the README: `node scripts/pictures.ts`. Needs CHROMIUM_PATH. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startMock } from '@session-series/mock';
import { chromium, type Page } from 'playwright-core';
import { launchOptions } from '../../../playwright.base.ts';
import { startDemo } from '../e2e/server.ts';

/** The clock of the mock and of the page: an afternoon, so that the last day is in progress. */
const now = '2026-06-30T15:20:00Z';
const folder = new URL('../pictures/', import.meta.url);

interface Picture {
  name: string;
  query: string;
  scheme: 'light' | 'dark';
  width: number;
  height: number;
  /** True: the page has the current time. */
  isLive?: boolean;
  act?(page: Page): Promise<void>;
}

const desktop = { width: 1280, height: 900 };
const pictures: Picture[] = [
  { name: 'demo.en', query: 'lang=en', scheme: 'light', ...desktop },
  { name: 'demo.fr', query: 'lang=fr', scheme: 'dark', ...desktop },
  { name: 'demo.phone', query: 'lang=fr', scheme: 'light', width: 390, height: 844 },
  {
    name: 'demo.apps',
    query: 'lang=en&period=90d&shape=stacked&app_id=app-ios&app_id=app-android&app_id=app-web',
    scheme: 'light',
    ...desktop,
    act: (page) => page.locator('.plot .u-over').hover({ position: { x: 400, y: 120 } }),
  },
  {
    name: 'demo.years',
    query: 'lang=en&unit=hour&from=2023-07-01&to=2026-06-30&compare=none',
    scheme: 'light',
    ...desktop,
  },
  {
    name: 'demo.failure',
    query: 'lang=fr&faults=429',
    scheme: 'light',
    ...desktop,
    // The rate limit uses the real clock.
    isLive: true,
  },
  {
    name: 'demo.form',
    query: 'lang=en&operation=getSessionsDataSeries',
    scheme: 'light',
    ...desktop,
    act: async (page) => {
      await page.getByRole('button', { name: 'Send' }).click();
      await page.locator('[data-status]').waitFor();
    },
  },
];

await mkdir(folder, { recursive: true });
const mock = await startMock({ port: 0, now });
const demo = await startDemo(['--mock-url', mock.url]);
const browser = await chromium.launch(launchOptions());
for (const { name, query, scheme, width, height, isLive, act } of pictures) {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: scheme,
    timezoneId: 'Europe/Paris',
  });
  if (!isLive) await page.clock.setFixedTime(now);
  await page.goto(`${demo.url}?${query}`);
  await page.waitForSelector('main[aria-busy=false] .plot canvas, [data-failure] .countdown, .operation');
  await page.waitForLoadState('networkidle');
  await act?.(page);
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, folder)) });
  await page.close();
}
await browser.close();
await demo.stop();
await mock.close();

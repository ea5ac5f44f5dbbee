/** Takes the README's pictures of the built demo: `node scripts/pictures.ts`. Needs CHROMIUM_PATH. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startMock } from '@session-series/mock';
import { chromium, type Page } from 'playwright-core';
import { launchOptions } from '../../../playwright.base.ts';
import { startDemo } from '../e2e/server.ts';

/** Clock of the mock and of the page: an afternoon, so that the last day is under way. */
const now = '2026-06-30T15:20:00Z';
const folder = new URL('../pictures/', import.meta.url);

interface Picture {
  name: string;
  query: string;
  scheme: 'light' | 'dark';
  width: number;
  height: number;
  /** True: the page has the present time. */
  isLive?: boolean;
  act?(page: Page): Promise<void>;
}

const pictures: Picture[] = [
  { name: 'demo.en', query: 'lang=en', scheme: 'light', width: 1280, height: 820 },
  { name: 'demo.fr', query: 'lang=fr', scheme: 'dark', width: 1280, height: 820 },
  { name: 'demo.phone', query: 'lang=fr', scheme: 'light', width: 390, height: 844 },
  {
    name: 'demo.apps',
    query: 'lang=en&unit=hour&length=72&app_id=shop-ios&app_id=shop-android',
    scheme: 'light',
    width: 1280,
    height: 820,
    act: (page) => page.locator('.plot .u-over').hover({ position: { x: 400, y: 120 } }),
  },
  {
    name: 'demo.failure',
    query: 'lang=fr&fault=429',
    scheme: 'light',
    width: 1280,
    height: 820,
    // The rate limit is reset by the clock on the wall.
    isLive: true,
  },
];

await mkdir(folder, { recursive: true });
const mock = await startMock({ port: 0, now });
const demo = await startDemo(['--mock-url', mock.url]);
const browser = await chromium.launch(launchOptions());
for (const { name, query, scheme, width, height, isLive, act } of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, timezoneId: 'UTC' });
  if (!isLive) await page.clock.setFixedTime(now);
  await page.goto(`${demo.url}?${query}`);
  await page.waitForSelector('.plot canvas, [data-failure] .countdown');
  await page.waitForLoadState('networkidle');
  await act?.(page);
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, folder)) });
  await page.close();
}
await browser.close();
await demo.stop();
await mock.close();

import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, show, startDemo, test } from '../demo.ts';
import { languages } from './known-words.ts';

/** Views in which every panel is open once. */
const views: Record<string, (page: Page) => Promise<void>> = {
  'faults=none&heatmap=1&average=7d': async (page) => {
    await page.locator('.about > summary').first().waitFor();
    for (const about of await page.locator('.about > summary').all()) await about.click();
    await page.locator('.about p').last().waitFor();
    await page.locator('.code').first().waitFor();
  },
  'app_id=a&app_id=app-ios&from=2025-06-01&to=2026-06-01&by=week&shape=stacked': (page) =>
    page.getByRole('slider').press('End'),
  'length=0&faults=429&unit=x': async () => {},
  'faults=429': (page) => page.locator('[data-failure]').waitFor(),
  'operation=getSessionsDataSeries': (page) => page.locator('.operation').waitFor(),
};

for (const { language, ...media } of [
  { language: 'en', colorScheme: 'light' },
  { language: 'fr', colorScheme: 'dark' },
  { language: 'en', colorScheme: 'dark', forcedColors: 'active' },
] as const)
  test(`axe reports no problem on any view of the page: ${Object.values({ language, ...media }).join(', ')}`, async ({
    page,
    demo,
  }) => {
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
    // Forced colours replace those of every view alike.
    const shown = Object.entries(views).slice(0, 'forcedColors' in media ? 1 : undefined);
    for (const [view, open] of shown) {
      await show(page, demo, `?lang=${language}&${view}`);
      await open(page);
      // The page has no frames, and only violations are read: no second page, and no list of what is fine.
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    }
  });

for (const language of languages)
  test(`on a phone nothing is cut off, and the query is folded: ${language}`, async ({ page, demo }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    // An invalid field is shown, although it is in the folded query.
    await show(page, demo, `?lang=${language}&length=0`);
    await expect(page.locator('#length-error')).toBeVisible();
    for (const view of [
      'faults=offline',
      'app_id=a&app_id=b&segment_id=a-rather-long-identifier',
      'period=28d',
    ]) {
      await show(page, demo, `?lang=${language}&${view}`);
      expect(await width()).toBeLessThanOrEqual(360);
    }
    await expect(page.locator('#app_id-0')).toBeHidden();
    await page.locator('.fold > summary').click();
    await expect(page.locator('#app_id-0')).toBeVisible();
    expect(await width()).toBeLessThanOrEqual(360);

    // Every column of the table has room. The last row of the second period is in progress, and says so.
    await page.setViewportSize({ width: 390, height: 844 });
    for (const period of ['from=2026-06-01&to=2026-06-28', 'period=28d']) {
      await show(page, demo, `?lang=${language}&${period}`);
      await expect(page.locator('[data-rows]')).toBeVisible();
      const table = page.locator('section.scroll').first();
      expect(await table.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
    }
    for (const control of await page.locator('.top :is(select, a, button)').all())
      expect(await control.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(0);
  });

for (const host of ['mock server', 'static host']) {
  test(`the JavaScript of the first view weighs at most 90 kB gzipped: ${host}`, async ({ page, mock }) => {
    const demo = await startDemo(host === 'static host' ? [] : ['--mock-url', mock.url]);
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response.body());
    });
    await page.goto(demo.url);
    await expect(page.locator('.code').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    const weights = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
    expect(weights.length).toBeGreaterThan(2);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(90_000);
    await demo.stop();
  });
}

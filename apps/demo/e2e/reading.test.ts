import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, startDemo, test } from './demo.ts';
import { languages } from './known-words.ts';

/** Views in which every panel is open once. */
const views: Record<string, (page: Page) => Promise<void>> = {
  'faults=none&heatmap=1&average=7d': async (page) => {
    for (const about of await page.locator('.about > summary').all()) await about.click();
    await page.locator('.about p').last().waitFor();
    await page.locator('.code').first().waitFor();
  },
  'app_id=a&app_id=app-ios&from=2025-06-01&to=2026-06-01&by=week&shape=stacked': (page) =>
    page.getByRole('slider').press('End'),
  'length=0&faults=429&unit=x': async () => {},
  'faults=429': async () => {},
};

for (const language of languages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing: ${language}, ${colorScheme}`, async ({ page, demo }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const [view, open] of Object.entries(views)) {
        await page.goto(`${demo}?lang=${language}&${view}`);
        await page.locator('[data-figure=total], .figures, .notice, [data-failure]').first().waitFor();
        await open(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      }
    });
  }
}

for (const language of languages) {
  test(`on a phone nothing is cut off, and the query is folded: ${language}`, async ({ page, demo }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const view of ['', '&app_id=a&app_id=b&segment_id=a-rather-long-identifier', '&faults=offline']) {
      await page.goto(`${demo}?lang=${language}${view}`);
      await page.locator('[data-figure=total], .figures, [data-failure]').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    }
    await expect(page.locator('#app_id-0')).toBeHidden();
    await page.locator('.fold > summary').click();
    await expect(page.locator('#app_id-0')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  test(`a phone of 390 pixels shows every column of the table: ${language}`, async ({ page, demo }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    // The last row of the second one is in progress, and says so.
    for (const period of ['from=2026-06-01&to=2026-06-28', 'period=28d']) {
      await page.goto(`${demo}?lang=${language}&${period}`);
      await expect(page.locator('[data-rows]')).toBeVisible();
      const hidden = await page
        .locator('section.scroll')
        .first()
        .evaluate((table) => table.scrollWidth - table.clientWidth);
      expect(hidden).toBe(0);
    }
  });
}

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

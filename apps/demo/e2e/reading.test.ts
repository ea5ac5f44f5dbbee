import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './demo.ts';

const read = async (language: string): Promise<Record<string, string>> =>
  JSON.parse(await readFile(new URL(`../messages/${language}.json`, import.meta.url), 'utf8'));

for (const language of ['en', 'fr']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing: ${language}, ${colorScheme}`, async ({ page, demo }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const views =
        colorScheme === 'light' ? ['', '&app_id=a&app_id=b', '&length=0'] : ['', '&misbehave=429'];
      for (const view of views) {
        await page.goto(`${demo}?lang=${language}${view}`);
        await expect(
          page.locator('[data-figure=total], .figures, .notice, [data-failure]').first(),
        ).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      }
    });
  }

  test(`no word of the other language is on the ${language} page`, async ({ page, demo }) => {
    const [own, other] = await Promise.all([read(language), read(language === 'en' ? 'fr' : 'en')]);
    const ownTexts = new Set(Object.values(own));
    const foreign = Object.values(other).filter(
      (text) => !ownTexts.has(text) && !/[{$]/.test(text) && text.length > 3,
    );
    for (const view of [
      '',
      '&app_id=a&app_id=b',
      '&from=2025-01-01T00:00',
      '&misbehave=none',
      '&misbehave=offline',
    ]) {
      await page.goto(`${demo}?lang=${language}${view}`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await page.waitForLoadState('networkidle');
      const texts = await page.evaluate(() => {
        for (const code of document.querySelectorAll('[translate=no], code, pre')) code.remove();
        const labels = [...document.querySelectorAll('[aria-label], [placeholder]')].map(
          (node) => `${node.getAttribute('aria-label')}\n${node.getAttribute('placeholder')}`,
        );
        return [document.title, document.body.innerText, ...labels]
          .join('\n')
          .split('\n')
          .map((text) => text.trim());
      });
      expect(texts.filter((text) => foreign.includes(text))).toEqual([]);
    }
  });
}

test('on a phone nothing is cut off, and the question is folded', async ({ page, demo }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const language of ['en', 'fr']) {
    await page.goto(`${demo}?lang=${language}`);
    await expect(page.locator('[data-figure=total]')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await expect(page.locator('#app_id-0')).toBeHidden();
    await page.locator('.fold > summary').click();
    await expect(page.locator('#app_id-0')).toBeVisible();
  }
});

test('the JavaScript of the first view weighs at most 120 kB gzipped', async ({ page, demo }) => {
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.push(response.body());
  });
  await page.goto(demo);
  await expect(page.locator('[data-figure=total]')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const weights = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(120_000);
});

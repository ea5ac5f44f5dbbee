import { pagePaths } from './pages.ts';
import { expect, test } from './site.ts';

// Deep in the reference, where a browser has to lay out much before it can scroll there.
const places = ['fr/#section/rate-limit', 'en/#sessions/getsessionsdataseries/responses'];
const phone = { width: 390, height: 844 };

declare global {
  var layoutShift: number;
}

for (const [device, viewport] of [
  ['phone', phone],
  ['desktop', { width: 1280, height: 800 }],
] as const)
  test.describe(`on a ${device}`, { tag: '@chromium' }, () => {
    test.use({ viewport });
    test(`on a ${device}, no layout shift occurs and nothing is wider than the window`, async ({
      page,
      site,
    }) => {
      await page.addInitScript(() => {
        globalThis.layoutShift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            globalThis.layoutShift += 'value' in entry ? Number(entry.value) : 0;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      for (const path of [...pagePaths, ...places]) {
        await page.goto(site + path);
        await page.waitForLoadState('networkidle');
        const { shift, tooWide } = await page.evaluate(() => ({
          shift: globalThis.layoutShift,
          tooWide: document.documentElement.scrollWidth - innerWidth,
        }));
        expect(shift, path).toBeLessThan(0.005);
        expect(tooWide, path).toBeLessThanOrEqual(0);
      }
    });
  });

for (const javaScriptEnabled of [true, false])
  test.describe(`on a phone, scripts ${javaScriptEnabled ? 'on' : 'off'}`, { tag: '@chromium' }, () => {
    test.use({ viewport: phone, javaScriptEnabled });
    test('on a phone, the menu is collapsed, and one tap opens it', async ({ page, site }) => {
      await page.goto(`${site}fr/`);
      const entry = page.getByRole('link', { name: 'Limite de débit', exact: true }).first();
      await expect(entry).toBeHidden();
      await page.locator('header summary').click();
      await expect(entry).toBeVisible();
    });
  });

test('on a phone and on a desktop, the method, the path and the whole request are visible without scrolling', async ({
  page,
  site,
}) => {
  for (const language of ['en', 'fr']) {
    await page.goto(`${site}${language}/`);
    for (const viewport of [phone, { width: 1440, height: 900 }]) {
      await page.setViewportSize(viewport);
      for (const part of ['.endpoint', '[data-tabs="sample"] [data-selected] pre'])
        await expect(page.locator(part).first()).toBeInViewport({ ratio: 1 });
    }
  }
});

test('only the first screen is laid out before the first paint, and the whole page after it', async ({
  page,
  site,
}) => {
  await page.goto(`${site}en/`);
  const expected = await page.locator('link[rel="expect"]').getAttribute('href');
  await expect(page.locator('[data-tabs="sample"] [data-selected]')).toHaveId(expected?.slice(1) ?? '');
  const [start, below] = [page.locator('.endpoint').first(), page.locator('.details, .background, footer')];
  await expect(page.locator('html')).toHaveClass(/whole/);
  for (const part of await below.all()) await expect(part).toBeVisible();
  await page.evaluate(() => document.documentElement.classList.remove('whole'));
  for (const part of await below.all()) await expect(part).toBeHidden();
  await expect(start).toBeVisible();
  await expect(page.locator('[data-tabs="sample"] [data-selected] pre')).toBeVisible();
});

test('the request stays below the header while its parameters are read', async ({ page, site }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${site}fr/`);
  await page.evaluate(() => scrollTo({ top: 600, behavior: 'instant' }));
  const bounds = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => element.getBoundingClientRect().toJSON());
  const [header, panel] = [await bounds('header.site'), await bounds('.panel.request')];
  expect(header.top).toBe(0);
  expect(panel.top).toBeGreaterThanOrEqual(header.bottom);
  await expect(page.locator('[data-tabs="sample"] [data-selected] pre').first()).toBeInViewport({ ratio: 1 });
});

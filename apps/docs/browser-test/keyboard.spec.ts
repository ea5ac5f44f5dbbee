import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

/** The focused element: its text or label, and whether the focus is visible. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element) return { name: '', visible: false };
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { width, top, bottom } = element.getBoundingClientRect();
    return {
      name: (element.getAttribute('aria-label') ?? element.id) || element.textContent.trim(),
      visible:
        outlineStyle !== 'none' && outlineWidth !== '0px' && width > 0 && bottom > 0 && top < innerHeight,
    };
  });

test('the first Tab stop skips the header and the menu', async ({ page, site }) => {
  await page.goto(`${site}fr/client/`);
  await page.keyboard.press('Tab');
  expect(await focused(page)).toEqual({ name: 'Aller au contenu', visible: true });
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test.describe('on a wide screen', () => {
  test.use({ viewport: { width: 1440, height: 900 } });
  test('Tab moves through header, menu and content in reading order', async ({ page, site }) => {
    await page.goto(`${site}en/`);
    const names: string[] = [];
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      const { name, visible } = await focused(page);
      expect(visible, `${name} shows that it has the focus`).toBe(true);
      names.push(name);
    }
    expect(names.slice(0, 9)).toEqual([
      'Skip to content',
      'session-series',
      'API reference',
      'Getting started',
      'Client',
      'Changelog',
      'Demo',
      'search',
      'Français',
    ]);
    expect(names.indexOf('Rate limit')).toBeGreaterThan(names.indexOf('Switch between light and dark theme'));
  });
});

test('the search can be opened, navigated and closed with the keyboard alone', async ({ page, site }) => {
  await page.goto(`${site}fr/`);
  await page.keyboard.press('/');
  await page.keyboard.type('limite');
  await expect(page.locator('#results a').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  expect((await focused(page)).visible).toBe(true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('#results')).toBeHidden();
});

test('a printed page has only the content, with every response and every sample', {
  tag: '@chromium',
}, async ({ page, site }) => {
  // A4 between its margins
  await page.setViewportSize({ width: 680, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${site}fr/`);
  for (const frame of ['header.site', '.menu', 'footer.site nav'])
    await expect(page.locator(frame)).toBeHidden();
  for (const button of await page.locator('.copy, .try, .edit, .send, [role="tablist"]').all())
    await expect(button).toBeHidden();
  for (const panel of await page.locator('[role="tabpanel"]').all()) await expect(panel).toBeVisible();
  const clipped = await page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
      .filter((one) => getComputedStyle(one).overflowX !== 'visible')
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );
  expect(clipped).toEqual([]);
});

test('with reduced motion, nothing is animated', { tag: '@chromium' }, async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${site}en/`);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        return animationName !== 'none' || !/^0s/.test(transitionDuration) || scrollBehavior === 'smooth';
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );
  expect(moving).toEqual([]);
});

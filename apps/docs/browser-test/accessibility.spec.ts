import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pagePaths } from './pages.ts';
import { expect, test } from './site.ts';

/** A page of each kind, in one of the languages; AXE_PAGES=all checks every page. */
const paths =
  process.env.AXE_PAGES === 'all'
    ? pagePaths
    : [
        ...['en/', 'fr/getting-started/', 'en/mock/', 'fr/changelog/', 'en/client-reference/'],
        'fr/client-reference/@session-series/client/classes/RateLimitError/',
      ];
/** Only colours change with the theme. */
const ofColours = ['color-contrast', 'link-in-text-block'];

async function violations(page: Page, rules?: string[]): Promise<string[]> {
  // No page has frames, and only violations are read, so axe needs no second page and no list of what is fine.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const found = await (rules ? axe.withRules(rules) : axe).analyze();
  return found.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`).join(' | ')}`,
  );
}

for (const path of ['', 'nothing/here/', ...paths])
  test(`axe reports no problem in /${path}, light or dark`, { tag: '@chromium' }, async ({
    page,
    site,
    context,
  }) => {
    // The root redirects to a language, so it cannot be checked.
    if (path === '')
      await context.route('**/chooser.js', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: '' }),
      );
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(site + path);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, ofColours)).toEqual([]);
  });

test('in forced colours, a border marks the selected and the focused element', {
  tag: '@chromium',
}, async ({ page, site }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${site}en/`);
  const border = (name: string) =>
    page.getByRole('tab', { name }).evaluate((tab) => getComputedStyle(tab).borderTopWidth);
  expect(await border('cURL')).not.toBe(await border('Python'));
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveCSS('outline-style', 'solid');
});

test('axe reports no problem in an open menu, or in search results', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${site}fr/mock/`);
  await page.getByLabel('Sommaire').first().click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('searchbox').fill('serie');
  await expect(page.locator('#results a').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('axe reports no problem in a reference with a response and everything expanded, in any colour scheme', async ({
  page,
  site,
  browserName,
}) => {
  await page.goto(`${site}fr/`);
  await answerAndOpen(page);
  expect(await violations(page)).toEqual([]);
  // Only Chromium emulates colour schemes.
  if (browserName === 'chromium')
    for (const forcedColors of ['none', 'active'] as const) {
      await page.emulateMedia({ colorScheme: 'dark', forcedColors });
      expect(await violations(page, ofColours)).toEqual([]);
    }
});

/** Sends the request of the page, and opens all that can be opened. */
async function answerAndOpen(page: Page): Promise<void> {
  await page.locator('.send .primary').click();
  await expect(page.locator('.output pre')).toBeVisible();
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('main details')) details.open = true;
  });
}

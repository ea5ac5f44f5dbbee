import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pagePaths } from './pages.ts';
import { expect, test } from './site.ts';

async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const found = await (rules ? axe.withRules(rules) : axe).analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

for (const path of ['', 'nothing/here/', ...pagePaths])
  test(`axe finds nothing in /${path}, light or dark`, async ({ page, site, context }) => {
    // The root leads on to a language; only a page that stays can be looked at.
    if (path === '')
      await context.route('**/chooser.js', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: '' }),
      );
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(site + path);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    // Nothing but colours changes with the theme.
    expect(await violations(page, ['color-contrast', 'link-in-text-block'])).toEqual([]);
  });

test('axe finds nothing in an open menu, or in a search with results', async ({ page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${site}fr/mock/`);
  await page.getByLabel('Sommaire').first().click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('searchbox').fill('serie');
  await expect(page.locator('#results a').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

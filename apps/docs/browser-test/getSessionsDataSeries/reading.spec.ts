import { contractIn, firstOperation } from '../../src/guides/contract.ts';
import { expect, test } from '../site.ts';

test.describe('without JavaScript', { tag: '@chromium' }, () => {
  test.use({ javaScriptEnabled: false });
  for (const [language, required] of [
    ['en', 'required'],
    ['fr', 'obligatoire'],
  ] as const)
    test(`without JavaScript, the endpoint can be read in full in /${language}/`, async ({ page, site }) => {
      await page.goto(`${site}${language}/`);
      const { description = '' } = firstOperation(contractIn(language));
      const [beginning = ''] = description.split('.');
      expect(beginning).not.toBe('');
      await expect(page.getByText(beginning)).toBeVisible();
      for (const name of ['length', 'unit', 'ending_at', 'app_id', 'segment_id'])
        await expect(page.locator('.parameters .name', { hasText: name }).first()).toBeVisible();
      await expect(page.getByText(required, { exact: true }).first()).toBeVisible();
      for (const code of ['200', '400', '401', '403', '404', '429', '500', '502', '503', '504'])
        await expect(page.locator(`[data-panel="${code}"]`).first()).toBeVisible();
      for (const sample of ['cURL', 'TypeScript', 'JavaScript', 'Python'])
        await expect(page.locator(`[data-panel="${sample}"] pre`)).toBeVisible();
    });
});

test('tabs follow the keyboard, and the selected sample stays selected', async ({ page, site }) => {
  await page.goto(`${site}en/`);
  await page.getByRole('tab', { name: 'cURL' }).focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('tab', { name: 'Python' })).toBeFocused();
  await expect(page.locator('[data-panel="Python"]')).toBeVisible();
  await expect(page.locator('[data-panel="cURL"]')).toBeHidden();
  await page.goto(`${site}fr/`);
  await expect(page.locator('[data-panel="Python"]')).toBeVisible();
});

test('a sample can be copied', { tag: '@chromium' }, async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${site}fr/`);
  await page.locator('[data-panel="cURL"] button.copy').click();
  await expect(page.locator('[data-panel="cURL"] button.copy')).toHaveText('Copié');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    '/sessions/data_series?length=14',
  );
});

test('a search needs no accents, and Enter opens the first result', async ({ page, site }) => {
  await page.goto(`${site}fr/`);
  const [field, results] = [page.getByRole('searchbox'), page.locator('#results a')];
  await field.fill('decalage');
  await expect(results.first()).toBeVisible();
  await field.fill('serie');
  await expect(results.filter({ hasText: 'série' }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('#results')).toBeHidden();
});

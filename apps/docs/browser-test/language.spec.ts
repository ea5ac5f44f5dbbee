import { expect, test } from './site.ts';

test('a choice of the language keeps the theme, and the root remembers both', async ({ page, site }) => {
  await page.goto(`${site}en/`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { name: 'Responses' })).toBeVisible();
  await page.getByRole('button', { name: 'Switch between light and dark theme' }).click();
  await expect(page.locator('html')).toHaveClass(/dark/);
  await page.getByRole('link', { name: 'Français', exact: true }).click();
  await page.waitForURL(`${site}fr/`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.locator('html')).toHaveClass(/dark/);
  await expect(page.getByRole('heading', { name: 'Réponses' })).toBeVisible();
  await page.goto(site);
  await page.waitForURL(`${site}fr/`);
  await expect(page.locator('html')).toHaveClass(/dark/);
});

for (const [locale, language] of [
  ['fr-CA', 'fr'],
  ['en-GB', 'en'],
  ['de-DE', 'en'],
] as const)
  test.describe(`a browser in ${locale}`, { tag: '@chromium' }, () => {
    test.use({ locale });
    test(`a browser in ${locale} is redirected to /${language}/`, async ({ page, site }) => {
      await page.goto(site);
      await page.waitForURL(`${site}${language}/`);
    });
  });

test('switching the language keeps the position on the page', async ({ page, site }) => {
  await page.goto(`${site}en/`);
  const place = page.locator('[id="section/rate-limit"]');
  await place.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
  const before = await place.evaluate((element) => element.getBoundingClientRect().top);
  // A click of the driver would scroll first, in Firefox.
  await page
    .getByRole('link', { name: 'Français', exact: true })
    .evaluate((link: HTMLElement) => link.click());
  await page.waitForURL(/\/fr\/#section\/rate-limit$/);
  await expect
    .poll(async () =>
      Math.abs((await place.evaluate((element) => element.getBoundingClientRect().top)) - before),
    )
    .toBeLessThan(4);
});

test('the 404 page is in both languages', async ({ page, site }) => {
  const response = await page.goto(`${site}nothing/here/`);
  expect(response?.status()).toBe(404);
  await expect(page.getByText('There is no page at this address.')).toBeVisible();
  await expect(page.getByText('Il n’y a pas de page à cette adresse.')).toBeVisible();
});

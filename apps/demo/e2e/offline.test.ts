import { expect, test } from './demo.ts';

test('the page says that it is offline, and trying again works once the network is back', async ({
  page,
  demo,
  context,
}) => {
  await page.goto(`${demo}?lang=en&length=8`);
  await expect(page.locator('[data-figure=total]')).toHaveText(/\d/);
  await context.setOffline(true);
  await page.getByRole('textbox', { name: 'Length' }).fill('9');
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeHidden();
  await expect(page.locator('[data-rows]')).toHaveText('Rows 1–9 of 9');
});

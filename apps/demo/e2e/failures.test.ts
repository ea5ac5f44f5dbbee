import { expect, test } from './demo.ts';

for (const status of ['400', '401', '403', '500', '503']) {
  test(`${status} is shown with its meaning in the reader's language`, async ({ page, demo }) => {
    await page.goto(`${demo}?lang=fr&fault=${status}`);
    const card = page.locator(`[data-failure="${status}"]`);
    await expect(card.getByRole('heading')).toHaveText(`Le serveur a répondu ${status}`);
    await expect(card.getByRole('button', { name: 'Réessayer' })).toHaveCount(status >= '500' ? 1 : 0);
  });
}

test('429 counts down to the reset', async ({ page, demo }) => {
  await page.goto(`${demo}?lang=en&fault=429`);
  await expect(page.getByRole('timer')).toHaveText(/in \d+:\d\d\./);
  const first = await page.getByRole('timer').textContent();
  await expect(page.getByRole('timer')).not.toHaveText(first ?? '');
});

test('a truncated answer is told from a lost network', async ({ page, demo }) => {
  await page.goto(`${demo}?lang=en&fault=truncate`);
  await expect(page.getByRole('heading', { name: 'The answer could not be read' })).toBeVisible();
  await page.getByRole('radio', { name: 'No network' }).check();
  await expect(page.getByRole('heading', { name: 'The server was not reached' })).toBeVisible();
  await page.getByRole('radio', { name: 'None' }).check();
  await expect(page.locator('[data-figure=total]')).toBeVisible();
});

test('offline is said, and trying again works once the network is back', async ({ page, demo, context }) => {
  await page.goto(`${demo}?lang=en`);
  await expect(page.locator('[data-figure=total]')).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('spinbutton', { name: 'Length' }).fill('9');
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeHidden();
  await expect(page.locator('section.scroll tbody tr')).toHaveCount(9);
});

test('the panel of simulated failures is hidden until its keys are pressed', async ({ page, demo }) => {
  await page.goto(`${demo}?lang=en`);
  await expect(page.locator('[data-figure=total]')).toBeVisible();
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+KeyM');
  await expect(page.getByRole('complementary', { name: 'Simulate failures' })).toBeVisible();
});

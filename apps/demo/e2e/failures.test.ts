import { expect, test } from './demo.ts';

test('each error is explained in the reader’s language', async ({ page, demo }) => {
  await page.goto(`${demo}?lang=fr&faults=none`);
  for (const status of ['400', '401', '403', '500', '503']) {
    await page.getByRole('radio', { name: status }).check();
    const card = page.locator(`[data-failure="${status}"]`);
    await expect(card.getByRole('heading')).toHaveText(`Le serveur a répondu ${status}`);
    await expect(card.getByRole('button', { name: 'Réessayer' })).toHaveCount(status >= '500' ? 1 : 0);
  }
});

test('a 429 counts down to the reset on the page', async ({ page, demo, mock }) => {
  await page.route(`${mock.url}/sessions/**`, (route) =>
    route.fulfill({
      status: 429,
      json: { message: 'You have exceeded your rate limit' },
      headers: {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': '*',
        'access-control-expose-headers': 'X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset',
        'X-RateLimit-Limit': '250000',
        'X-RateLimit-Remaining': '0',
        'X-RateLimit-Reset': String(Math.floor(Date.now() / 1000) + 600),
      },
    }),
  );
  await page.goto(`${demo}?lang=en`);
  await expect(page.getByRole('timer')).toHaveText(/in (10:00|9:\d\d)\./);
  const first = await page.getByRole('timer').textContent();
  await expect(page.getByRole('timer')).not.toHaveText(first ?? '');
});

test('a truncated response and a lost connection have different messages', { tag: '@engine' }, async ({
  page,
  demo,
}) => {
  await page.goto(`${demo}?lang=en&faults=truncate`);
  await expect(page.getByRole('heading', { name: 'The response could not be read' })).toBeVisible();
  await page.getByRole('radio', { name: 'No network' }).check();
  await expect(page.getByRole('heading', { name: 'The server could not be reached' })).toBeVisible();
  await page.getByRole('radio', { name: 'None' }).check();
  await expect(page.locator('[data-figure=total]')).toHaveText(/\d/);
});

test('after an error, the last chart stays on the page and says which period it shows', async ({
  page,
  demo,
}) => {
  await page.goto(`${demo}?lang=en&from=2026-06-01&to=2026-06-14`);
  const total = page.locator('[data-figure=total]');
  await expect(total).toHaveText(/\d,\d/);
  const before = await total.textContent();
  await page.getByRole('button', { name: 'Simulate failures' }).click();
  await page.getByRole('radio', { name: '401' }).check();
  await expect(page.locator('[data-failure="401"]')).toBeVisible();
  await expect(page.locator('[data-kept]')).toHaveText(
    /The chart still shows 1 ?– ?14 June 2026, fetched at \d\d:\d\d:\d\d\./,
  );
  await expect(page.locator('.plot canvas')).toBeVisible();
  await expect(total).toHaveText(before ?? '');
  await page.getByRole('radio', { name: 'None' }).check();
  await expect(page.locator('[data-kept]')).toHaveCount(0);
});

test('after an invalid date, the last chart stays on the page', async ({ page, demo }) => {
  await page.goto(`${demo}?lang=en&from=2026-06-01&to=2026-06-14`);
  await expect(page.locator('[data-figure=total]')).toHaveText(/\d,\d/);
  await page.getByRole('textbox', { name: 'To' }).fill('2026-06-31');
  await page.getByRole('textbox', { name: 'To' }).blur();
  await expect(page.locator('#to-error')).toHaveText(/“2026-06-31” is not a valid date/);
  await expect(page.locator('[data-kept]')).toBeVisible();
  await expect(page.locator('.plot canvas')).toBeVisible();
});

test('a visible button simulates failures, on a phone too', async ({ page, demo }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${demo}?lang=en`);
  await expect(page.locator('[data-figure=total]')).toHaveText(/\d/);
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await page.getByRole('button', { name: 'Simulate failures' }).click();
  await expect(page.getByRole('complementary', { name: 'Simulate failures' })).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('complementary')).toHaveCount(0);
});

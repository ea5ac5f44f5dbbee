import { expect, test } from '../demo.ts';

const view = 'lang=en&length=14&ending_at=2026-06-28T23:59:59Z&app_id=shop';

test('the code for the current view is copied as shown', async ({ page, demo, mock, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${demo}?${view}`);
  for (const name of ['cURL', 'TypeScript', 'session-series']) {
    const button = page.getByRole('button', { name: `Copy ${name}` });
    await button.click();
    await expect(button).toHaveText('Copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await page.locator('.code').filter({ has: button }).locator('pre').textContent());
    expect(copied).toContain(mock.url);
    expect(copied).toContain('shop');
  }
});

test('the last response is shown with its status, its time and what is left of the rate limit', async ({
  page,
  demo,
}) => {
  await page.goto(`${demo}?${view}`);
  const answer = page.locator('.answer');
  await expect(answer).toContainText(/200 · [\d.]+\ss · \d\d:\d\d:\d\d/);
  await expect(answer).toContainText('X-RateLimit-Limit250,000');
  // The other tests of this worker share the limit.
  await expect(answer).toContainText(/X-RateLimit-Remaining2[0-4]\d,\d{3}/);
  await expect(answer).toContainText(/X-RateLimit-Reset\d\d:00:00/);
});

test('a response without points is explained', async ({ page, demo, mock }) => {
  await page.route(`${mock.url}/sessions/**`, (route) =>
    route.fulfill({
      json: { message: 'success', data: [] },
      headers: { 'access-control-allow-origin': '*' },
    }),
  );
  await page.goto(`${demo}?${view}`);
  await expect(page.getByText('No data for this query.')).toBeVisible();
  await expect(page.locator('[data-figure=peak]')).toHaveText('–');
});

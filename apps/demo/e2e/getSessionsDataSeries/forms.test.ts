import { expect, startDemo, test } from '../demo.ts';

test('each operation has a form generated from the contract, which shows the response', {
  tag: '@engine',
}, async ({ page, demo }) => {
  await page.goto(`${demo}?lang=en`);
  await page.getByRole('link', { name: 'Forms' }).click();
  await expect(page.getByRole('navigation', { name: 'Forms' }).getByRole('link')).not.toHaveCount(0);
  const length = page.getByRole('textbox', { name: /^length/ });
  await expect(length).toHaveValue('14');
  await length.fill('3');
  await page.getByRole('combobox', { name: /^unit/ }).selectOption('hour');
  await page.getByRole('button', { name: 'Send' }).click();
  const response = page.getByRole('region', { name: 'Response' });
  await expect(response.locator('[data-status="200"]')).toBeVisible();
  const { data } = JSON.parse((await response.locator('pre').textContent()) ?? '');
  expect(data).toHaveLength(3);
  await page.getByRole('link', { name: 'Chart' }).click();
  await expect(page.locator('.plot canvas')).toBeVisible();
});

test('a form explains an invalid value next to its field, in the reader’s language, and sends nothing', async ({
  page,
  demo,
  mock,
}) => {
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().startsWith(`${mock.url}/sessions`)) asked += 1;
  });
  await page.goto(`${demo}?lang=fr&operation=getSessionsDataSeries`);
  await page.getByRole('textbox', { name: /^length/ }).fill('101');
  await page.getByRole('textbox', { name: /^ending_at/ }).fill('hier');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.locator('[id="query.length-error"]')).toContainText(
    '101 est hors limites (maximum : 100)',
  );
  await expect(page.locator('[id="query.ending_at-error"]')).toContainText('n’a pas la forme attendue');
  expect(asked).toBe(0);
});

test('a form calls the real API through the server, which keeps the key', async ({ page, mock }) => {
  const demo = await startDemo([], {
    SESSION_SERIES_API_KEY: 'k3y-that-must-never-leave',
    SESSION_SERIES_INSTANCE: mock.url,
  });
  await page.goto(`${demo.url}?lang=en&operation=getSessionsDataSeries`);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.locator('[data-status="200"]')).toBeVisible();
  await demo.stop();
});

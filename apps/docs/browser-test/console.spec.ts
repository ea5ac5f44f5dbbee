import { contractIn, firstOperation } from '../src/guides/contract.ts';
import { expect, test } from './site.ts';

const contract = contractIn('en');
const operation = firstOperation(contract);
const server = contract.servers.at(-1);

test('every sample follows the selected server and the entered values', async ({ page, site }) => {
  await page.goto(`${site}en/`);
  await page.getByLabel('Value of length').fill('3');
  await page.getByLabel('Value of unit').selectOption('hour');
  await page.getByLabel('Value of app_id').fill('my app');
  await page.locator('.server select').selectOption(server?.url ?? '');
  const shown = page.locator('[data-tabs="sample"] pre');
  for (const [label, parts] of [
    ['cURL', [`${server?.url}${operation.path}?length=3&unit=hour&`, 'app_id=my%20app']],
    [
      'TypeScript',
      ['length: 3,', "unit: 'hour',", "app_id: 'my app',", String(server?.description).slice(0, 5)],
    ],
    ['JavaScript', [`${server?.url}${operation.path}`, "length: '3',", "app_id: 'my app',"]],
    ['Python', [`${server?.url}${operation.path}`, '"length": 3,', '"app_id": "my app",']],
  ] as const) {
    await page.getByRole('tab', { name: label }).click();
    for (const part of parts) await expect(shown.filter({ visible: true })).toContainText(part);
  }
  await page.getByRole('button', { name: 'Reset the values' }).click();
  await expect(shown.filter({ visible: true })).toContainText(contract.servers[0]?.url ?? '');
});

test('a request is answered in the page, with the entered values or any error of the contract', async ({
  page,
  site,
}) => {
  await page.goto(`${site}fr/`);
  await page.getByLabel('Valeur de length').fill('3');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  const output = page.locator('.output');
  await expect(output).toContainText('Réponse simulée');
  await expect(output.locator('.caption code')).toHaveText('200');
  expect(JSON.parse((await output.locator('pre').textContent()) ?? '').data).toHaveLength(3);

  await page.getByLabel('Valeur de length').fill('0');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(output.locator('.caption code')).toHaveText('400');

  await page.getByLabel('Valeur de length').fill('3');
  for (const status of operation.responses.map((one) => one.status).filter((one) => /^[45]/.test(one))) {
    await page.getByLabel('Simuler').selectOption(status);
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await expect(output.locator('.caption code')).toHaveText(status);
  }
});

test('samples can read the key from the environment, and no field asks for a key', async ({ page, site }) => {
  await page.goto(`${site}en/`);
  await page.getByText('Calling the real API').click();
  await page.getByLabel('Read the key from $SESSION_SERIES_API_KEY').check();
  await expect(page.locator('[data-panel="cURL"] pre')).toContainText(
    '"Authorization: Bearer $SESSION_SERIES_API_KEY"',
  );
  await expect(page.locator('[data-panel="TypeScript"] pre')).toContainText(
    'process.env.SESSION_SERIES_API_KEY',
  );
  await expect(page.locator('input[type="password"], [data-parameter*="uthorization"]')).toHaveCount(0);
});

test('the console loads less than 25 kB, and the mock only with the first request', async ({
  page,
  site,
}) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url().split('/').at(-1) ?? ''));
  await page.goto(`${site}en/`);
  const response = page.waitForResponse('**/console.js');
  await page.mouse.wheel(0, 10);
  const { length } = await (await response).body();
  expect(length).toBeLessThan(25_000);
  expect(loaded).not.toContain('mock.js');
});

test('a page can be left while its console is loading, without an error', async ({ page, site }) => {
  // Never answered, so it is still loading when the page is left.
  await page.route('**/console.js', () => {});
  const asked = page.waitForRequest('**/console.js');
  await page.goto(`${site}fr/`);
  await asked;
  await page.goto(`${site}en/mock/`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

import { gzipSync } from 'node:zlib';
import type { Locator, Response } from '@playwright/test';
import { contractIn, firstOperation } from '../../src/guides/contract.ts';
import { expect, test } from '../site.ts';

const contract = contractIn('en');
const operation = firstOperation(contract);
const server = contract.servers.at(-1);

/** The kinds of tokens that the first of some codes distinguishes. */
const colours = (codes: Locator): Promise<string[]> =>
  codes
    .first()
    .evaluate((code) => [...new Set([...code.querySelectorAll('span')].map((one) => one.className))].sort());

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

test('a request is answered in the page, in the colours of the examples, with the entered values or any error of the contract', async ({
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
  const example = await colours(page.locator('[data-panel="200"] .code code'));
  expect(example.length).toBeGreaterThan(2);
  await expect.poll(() => colours(output.locator('pre code'))).toEqual(example);

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

test('an edited sample has the colours of the built page', async ({ page, site }) => {
  await page.goto(`${site}en/`);
  const codes = page.locator('[data-tabs="sample"] code');
  const painted = () => codes.evaluateAll((all) => all.map((one) => one.innerHTML));
  const classes = (html: string) => [...html.matchAll(/class="([^"]*)"/g)].map(([, name]) => name);
  const length = page.getByLabel('Value of length');
  const before = await painted();
  expect(before.map((html) => classes(html).length > 2)).toEqual(before.map(() => true));

  await length.fill('37');
  await expect(codes.filter({ hasText: '37' })).toHaveCount(before.length);
  await expect.poll(async () => (await painted()).map(classes)).toEqual(before.map(classes));
  const typescript = page.locator('[data-panel="TypeScript"] code .hljs-number');
  await expect(typescript).toHaveText('37');

  await page.getByLabel('Value of app_id').fill('my app');
  await expect(page.locator('[data-panel="Python"] .hljs-string', { hasText: 'my app' })).toHaveCount(1);

  await page.getByRole('button', { name: 'Reset the values' }).click();
  await expect.poll(painted).toEqual(before);
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

test('the console loads less than 25 kB compressed, colours only with the first edit, and the mock only with the first request', async ({
  page,
  site,
}) => {
  const scripts: Response[] = [];
  page.on('response', (response) => {
    if (/assets\/(?!page\.js).*\.js$/.test(response.url())) scripts.push(response);
  });
  const names = () => scripts.map((one) => one.url().split('/assets/')[1]).sort();
  await page.goto(`${site}en/`);
  await page.mouse.wheel(0, 10);
  await expect.poll(names).toEqual(['console.js']);
  await page.getByLabel('Value of length').fill('3');
  const languages = ['bash', 'highlight', 'javascript', 'python', 'typescript'];
  await expect.poll(names).toEqual(['console.js', ...languages.map((name) => `highlight/${name}.js`)]);
  const bodies = await Promise.all(scripts.map((one) => one.body()));
  expect(bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)).toBeLessThan(25_000);
});

test('values entered and a request sent while the console is loading count as soon as it is loaded', async ({
  page,
  site,
}) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/console.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site}en/`);
  await page.getByLabel('Value of length').fill('3');
  await page.getByRole('button', { name: 'Send' }).click();
  release();
  await expect(page.locator('[data-panel="cURL"] code')).toContainText('length=3&');
  const answer = page.locator('.output pre');
  await expect(answer).toBeVisible();
  expect(JSON.parse((await answer.textContent()) ?? '').data).toHaveLength(3);
});

test('a mock that cannot be loaded is reported, and loaded by the next click', async ({ page, site }) => {
  await page.route('**/mock.js', (route) => route.fulfill({ status: 404, contentType: 'text/javascript' }));
  await page.goto(`${site}fr/`);
  await page.getByRole('button', { name: 'Envoyer' }).click();
  const output = page.locator('.output');
  await expect(output).toHaveText(/^Le simulateur n’a pas pu être chargé\./);
  await page.unroute('**/mock.js');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(output.locator('.caption code')).toHaveText('200');
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

import { expect, startDemo, test } from './demo.ts';

test('the page links to its docs, and each parameter to its place there, in the reader’s language', async ({
  page,
  mock,
}) => {
  const demo = await startDemo(['--mock-url', mock.url, '--docs-url', 'http://docs.invalid/site']);
  await page.goto(`${demo.url}?lang=fr`);
  await expect(page.getByRole('link', { name: 'Documentation' })).toHaveAttribute(
    'href',
    'http://docs.invalid/site/fr/',
  );
  await page.locator('.about > summary').first().click();
  await expect(
    page.getByRole('link', { name: 'En savoir plus dans la documentation' }).first(),
  ).toHaveAttribute('href', 'http://docs.invalid/site/fr/#sessions/getsessionsdataseries/query/unit');
  await demo.stop();
});

test('on a static host, the docs are the folder above', async ({ page }) => {
  const demo = await startDemo();
  await page.route('**/config.json', (route) => route.fulfill({ path: 'public/config.json' }));
  await page.goto(`${demo.url}?lang=en`);
  await expect(page.getByRole('link', { name: 'Docs' })).toHaveAttribute('href', '../en/');
  await demo.stop();
});

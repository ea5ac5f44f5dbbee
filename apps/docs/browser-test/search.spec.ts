import { contractIn, firstOperation } from '../src/guides/contract.ts';
import { expect, test } from './site.ts';

const operation = firstOperation(contractIn('en'));
const id = `${operation.tags[0]}/${operation.id.toLowerCase()}`;

for (const [query, place] of [
  ['python', new RegExp(`#${id}/samples/`)],
  ['KR-01', /#servers$/],
  ['429', new RegExp(`#${id}/responses/429$`)],
  ['plus sign', /#section\/times-and-offsets$/],
  ['Retry-After', /#section\/rate-limit$/],
  ['RateLimitError', /client-reference\/.*RateLimitError\//],
  ['maxRetryDelay', /(?:client|RetryPolicy)\//],
  ['time zones charts', /demo\/\?lang=en/],
] as const)
  test(`a search for "${query}" finds the right place and opens it`, async ({ page, site }) => {
    await page.goto(`${site}en/`);
    await page.keyboard.press('Control+k');
    await page.keyboard.type(query);
    const results = page.locator('#results a');
    await expect(results.first()).toBeVisible();
    await expect(page.locator('#result-count')).toHaveText(/^\d+ results?$/);
    const addresses = await results.evaluateAll((links) =>
      links.map((link) => link.getAttribute('href') ?? ''),
    );
    const at = addresses.findIndex((address) => place.test(address));
    expect(at, addresses.join('\n')).toBeGreaterThanOrEqual(0);
    await results.nth(at).click();
    await page.waitForURL(place);
    const hash = decodeURIComponent(new URL(page.url()).hash.slice(1));
    if (hash) await expect(page.locator(`[id="${hash}"]`)).toBeInViewport();
  });

test('a search without results says so, also to screen readers', async ({ page, site }) => {
  await page.goto(`${site}fr/`);
  await page.getByRole('searchbox').fill('qqqq');
  await expect(page.getByRole('status').filter({ hasText: 'Aucun résultat' })).toHaveText(/qqqq/);
  await expect(page.locator('#results')).toContainText('Aucun résultat');
});

test('a heading that a URL points to is not hidden by the header', async ({ page, site }) => {
  for (const anchor of ['section/rate-limit', id, `${id}/responses/429`, 'servers']) {
    await page.goto('about:blank');
    await page.goto(`${site}en/#${anchor}`);
    const top = () =>
      page.locator(`[id="${anchor}"]`).evaluate((element) => element.getBoundingClientRect().top);
    const header = await page
      .locator('header.site')
      .evaluate((element) => element.getBoundingClientRect().bottom);
    await expect.poll(top).toBeGreaterThanOrEqual(header);
  }
});

import { contractIn, firstOperation } from '../src/guides/contract.ts';
import { expect, test } from './site.ts';

const operation = firstOperation(contractIn('en'));
const id = `${operation.tags[0]}/${operation.id.toLowerCase()}`;

/** What readers look for, and where it leads. */
const searches = [
  ['python', new RegExp(`#${id}/samples/`)],
  ['KR-01', /#servers$/],
  ['429', new RegExp(`#${id}/responses/429$`)],
  ['plus sign', /#section\/times-and-offsets$/],
  ['Retry-After', /#section\/rate-limit$/],
  ['rate limit', /#section\/rate-limit$/],
  ['RateLimitError', /client-reference\/.*RateLimitError\//],
  ['maxRetryDelay', /(?:client|RetryPolicy)\//],
  ['time zones charts', /demo\/\?lang=en/],
] as const;

test('a search for a sample, a server, a status, prose, a class or the demo finds the right place and opens it', async ({
  page,
  site,
}) => {
  await page.goto(`${site}en/`);
  for (const [query, place] of searches)
    await test.step(query, async () => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(query);
      const addresses = () =>
        page
          .locator('#results a')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      await expect.poll(addresses, query).toContainEqual(expect.stringMatching(place));
      await expect(page.locator('#result-count')).toHaveText(/^\d+ results?$/);
      const address = (await addresses()).find((one) => place.test(one));
      await page.locator(`#results a[href="${address}"]`).first().click();
      await page.waitForURL(place);
      const hash = decodeURIComponent(new URL(page.url()).hash.slice(1));
      if (hash) await expect(page.locator(`[id="${hash}"]`)).toBeInViewport();
    });
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

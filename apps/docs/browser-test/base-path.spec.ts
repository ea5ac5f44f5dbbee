import { expect, test } from '@playwright/test';
import { dist } from './pages.ts';
import { serveSite } from './serve-site.ts';

// All other tests run below a path with one part.
for (const base of ['/', '/a/b/'])
  test(`the site works at ${base}`, { tag: '@chromium' }, async ({ browser }) => {
    await using server = await serveSite(dist, base);
    const context = await browser.newContext({ locale: 'fr' });
    const page = await context.newPage();
    const failed: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(response.url());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) failed.push(request.url());
    });

    await page.goto(server.url);
    await page.waitForURL(`${server.url}fr/`);
    await page.getByRole('link', { name: 'English', exact: true }).click();
    await page.waitForURL(`${server.url}en/`);
    await page.getByRole('searchbox').fill('initialRetryDelay ceiling');
    await page.locator('#results a').first().click();
    await page.waitForURL(/\/en\/client\//);
    await page.getByRole('link', { name: 'API reference', exact: true }).first().click();
    await page.getByRole('link', { name: 'Open in the demo' }).click();
    await page.waitForURL(/\/demo\/\?lang=en&length=14&unit=day/);
    await expect(page.locator('[data-figure=total]')).toHaveText(/\d/);
    expect(failed).toEqual([]);

    const missing = await page.goto(`${server.url}en/nothing/at/all/`);
    expect(missing?.status()).toBe(404);
    await expect(page.getByRole('link', { name: 'Vers la documentation' })).toHaveJSProperty(
      'href',
      `${server.url}fr/`,
    );
    await page.getByRole('link', { name: 'Go to the documentation' }).click();
    await page.waitForURL(`${server.url}en/`);
    await context.close();
  });

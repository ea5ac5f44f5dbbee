import { test as base, expect } from '@playwright/test';
import { dist } from './pages.ts';
import { serveSite } from './serve-site.ts';

/** A test with the built site served under a base path, that fails on any request to another origin. */
export const test = base.extend<{ strangers: string[] }, { site: string }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      await using server = await serveSite(dist, '/session-series/');
      await use(server.url);
    },
    { scope: 'worker' },
  ],
  strangers: [
    async ({ page, site }, use) => {
      const strangers: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(site) && !request.url().startsWith('data:'))
          strangers.push(request.url());
      });
      page.on('console', (message) => {
        if (message.type() === 'error' && !/404/.test(message.text())) strangers.push(message.text());
      });
      page.on('pageerror', (error) => strangers.push(error.message));
      await use(strangers);
      expect(strangers, 'requests that left the site, and errors in the console').toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

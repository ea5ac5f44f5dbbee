import { test as base, expect } from '@playwright/test';
import { dist } from './pages.ts';
import { serveSite } from './serve-site.ts';

/** A test with the built site served under a base path, that fails on any request to another origin. */
export const test = base.extend<{ problems: string[] }, { site: string }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      await using server = await serveSite(dist, '/session-series/');
      await use(server.url);
    },
    { scope: 'worker' },
  ],
  problems: [
    async ({ page, site }, use) => {
      const problems: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(site) && !request.url().startsWith('data:'))
          problems.push(request.url());
      });
      page.on('console', (message) => {
        if (message.type() === 'error' && !/404/.test(message.text())) problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(error.message));
      await use(problems);
      expect(problems, 'requests that left the site, and errors in the console').toEqual([]);
    },
    { auto: true },
  ],
});
export { expect };

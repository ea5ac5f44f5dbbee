/** The test runner with a mock and a demo that calls it, one pair per worker. */
import { test as base, type Page } from '@playwright/test';
import { type RunningMock, startMock } from '@session-series/mock';
import { startDemo } from './server.ts';

export { startDemo };

interface Fixtures {
  /** A mock server, one per worker. */
  mock: RunningMock;
  /** Address of the demo that calls this mock. */
  demo: string;
}

export const test = base.extend<object, Fixtures>({
  mock: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const mock = await startMock({ port: 0 });
      await use(mock);
      await mock.close();
    },
    { scope: 'worker' },
  ],
  demo: [
    async ({ mock }, use) => {
      const demo = await startDemo(['--mock-url', mock.url]);
      await use(demo.url);
      await demo.stop();
    },
    { scope: 'worker' },
  ],
});

/**
 * Shows a view, and waits until it is complete, waiting, or failed. In an open page, it navigates like a link
 * of the page, which takes a fraction of the time of loading it.
 */
export async function show(page: Page, demo: string, search: string): Promise<void> {
  if (page.url().startsWith(demo))
    await page.evaluate((query) => {
      history.pushState(null, '', query);
      dispatchEvent(new PopStateEvent('popstate'));
    }, search);
  else await page.goto(`${demo}${search}`);
  await page
    .locator('main[aria-busy=false] :is(.card, .panel), .waiting, [data-failure], .operation')
    .first()
    .waitFor();
}

export { expect } from '@playwright/test';

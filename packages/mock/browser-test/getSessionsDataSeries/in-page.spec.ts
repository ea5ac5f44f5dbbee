import { expect, type Page, test } from '@playwright/test';
import { type RunningMock, startMock } from '@session-series/mock';
import { servePage } from '../serve-page.ts';

let site: Awaited<ReturnType<typeof servePage>>;
let server: RunningMock;
test.beforeAll(async () => {
  [site, server] = await Promise.all([servePage(), startMock({ port: 0, now: '2026-01-31T12:00:00Z' })]);
});
test.afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await server.close();
});
test.beforeEach(async ({ page }) => {
  await page.goto(site.url);
  await page.waitForFunction('globalThis.ready');
  await page.evaluate('globalThis.ready');
});

type Outcome = { status: number; limit: string | null; body: string } | { failed: string };

const host = 'https://rest.iad-01.braze.com';
const ask = (
  page: Page,
  way: string,
  target: string,
  headers: Record<string, string> = {},
): Promise<Outcome> => {
  const init = { headers: { Authorization: 'Bearer any-key', ...headers } };
  return page.evaluate(`ways.${way}(${JSON.stringify(host + target)}, ${JSON.stringify(init)})`);
};

for (const way of ['fetch', 'msw']) {
  test.describe(`in a page, by ${way}`, () => {
    for (const target of [
      '/sessions/data_series?length=3&unit=hour&app_id=app-web',
      '/sessions/data_series?length=2&unité=jour',
      '/sessions/data_series?length=0',
      '/fr/sessions/data_series?length=2',
    ]) {
      test(`${target} is answered in a page by ${way} as by the server`, async ({ page }) => {
        const answer = await fetch(server.url + target, { headers: { Authorization: 'Bearer any-key' } });
        expect(await ask(page, way, target)).toEqual({
          status: answer.status,
          limit: answer.headers.get('x-ratelimit-limit'),
          body: await answer.text(),
        });
      });
    }

    test(`a mock in a page injects faults on demand by ${way}`, async ({ page }) => {
      const faulty = (directive: string) =>
        ask(page, way, '/sessions/data_series?length=2', { 'X-Mock-Faults': directive });
      expect(await faulty('status=503')).toMatchObject({ status: 503 });
      expect(await faulty('html')).toMatchObject({ status: 502, body: expect.stringContaining('<!doctype') });
      expect(await faulty('reset')).toEqual({ failed: 'TypeError' });
      expect(await ask(page, way, '/sessions/data_series?length=2')).toMatchObject({ status: 200 });
    });
  });
}

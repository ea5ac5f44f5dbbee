import { expect, startDemo, test } from './demo.ts';

const total = '[data-figure=total]';

test('on a static host, the mock inside the page responds and no request leaves the site', {
  tag: '@engine',
}, async ({ page }) => {
  const demo = await startDemo();
  const origins = new Set<string>();
  page.on('request', (request) => {
    if (request.url().startsWith('http')) origins.add(new URL(request.url()).origin);
  });
  await page.goto(`${demo.url}?lang=en`);
  await expect(page.locator(total)).toHaveText(/\d/);
  await expect(page.getByText('Simulated in this page')).toBeVisible();
  expect([...origins]).toEqual([new URL(demo.url).origin]);
  await demo.stop();
});

test('the key of the real API never reaches the browser', async ({ page, mock }) => {
  const key = 'k3y-that-must-never-leave';
  const demo = await startDemo([], { SESSION_SERIES_API_KEY: key, SESSION_SERIES_INSTANCE: mock.url });
  const answers: Promise<string>[] = [];
  const origins = new Set<string>();
  page.on('response', (response) => {
    origins.add(new URL(response.url()).origin);
    const head = JSON.stringify([response.url(), response.headers(), response.request().headers()]);
    answers.push(
      response.text().then(
        (body) => head + body,
        () => head,
      ),
    );
  });
  await page.goto(`${demo.url}?lang=en`);
  await expect(page.locator(total)).toHaveText(/\d/);
  await expect(page.getByText(`Live data, ${new URL(mock.url).host}`)).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(answers.length).toBeGreaterThan(5);
  expect((await Promise.all(answers)).join()).not.toContain(key);
  expect(await page.content()).not.toContain(key);
  expect([...origins]).toEqual([new URL(demo.url).origin]);
  await demo.stop();
});

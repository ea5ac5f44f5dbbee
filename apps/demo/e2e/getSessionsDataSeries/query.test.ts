import { expect, test } from '../demo.ts';

const fixed = 'lang=en&ending_at=2026-06-28T23:59:59Z';
const dates = 'lang=en&zone=UTC&from=2026-06-01&to=2026-06-28';
const total = '[data-figure=total]';

test('each parameter is written to the URL and sent to the mock', async ({ page, demo, mock }) => {
  const asked: URLSearchParams[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin === new URL(mock.url).origin && url.pathname !== '/_mock') asked.push(url.searchParams);
  });
  await page.goto(`${demo}?${fixed}&compare=none`);
  await expect(page.locator(total)).toHaveText(/\d/);
  const last = () => Object.fromEntries(asked.at(-1) ?? []);

  await page.getByRole('textbox', { name: 'Length' }).fill('7');
  await expect.poll(last).toMatchObject({ length: '7', unit: 'day' });
  await page.getByRole('radio', { name: 'Hour' }).check();
  await expect.poll(last).toMatchObject({ length: '7', unit: 'hour' });
  await page.getByRole('combobox', { name: 'Offset' }).selectOption('+05:45');
  await expect.poll(() => last()['ending_at']).toContain('+05:45');
  await page.getByRole('textbox', { name: 'App' }).fill('{{app_identifier}}');
  await expect.poll(last).toMatchObject({ app_id: '{{app_identifier}}' });
  await page.getByRole('textbox', { name: 'Segment' }).fill('a+b & c');
  await expect.poll(last).toMatchObject({ segment_id: 'a+b & c' });
  await expect(page).toHaveURL(/length=7.*unit=hour|unit=hour.*length=7/);
});

test('a link shows the same view to another reader', async ({ page, demo, browser }) => {
  await page.goto(`${demo}?${dates}&sort=series-1.desc`);
  await page.getByRole('radio', { name: 'Week' }).check();
  const other = await browser.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('radio', { name: 'Week' })).toBeChecked();
  await expect(other.locator('th[aria-sort=descending]')).toHaveText('Sessions');
  await expect(other.locator('section.scroll tbody tr')).toHaveCount(4);
  await expect(other.locator(total)).toHaveText((await page.locator(total).textContent()) ?? '');
  await other.close();
});

test('the time zone defaults to that of the browser, and another choice is remembered', async ({
  page,
  demo,
}) => {
  await page.goto(`${demo}?lang=en`);
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveValue('America/Lima');
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Paris');
  await expect(page).toHaveURL(/zone=Europe%2FParis/);
  await page.goto(`${demo}?lang=en`);
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveValue('Europe/Paris');
  await page.getByRole('button', { name: 'Use America/Lima' }).click();
  await page.goto(`${demo}?lang=en`);
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveValue('America/Lima');
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Atlantis');
  await expect(page.locator('#zone-error')).toContainText('“Europe/Atlantis” is not a known time zone');
});

test('a day in Paris has 23 hours when the clocks go forward', async ({ page, demo }) => {
  await page.goto(`${demo}?lang=en&zone=Europe/Paris&from=2026-03-29&to=2026-03-29&unit=hour`);
  await expect(page.locator('[data-rows]')).toHaveText('Rows 1–23 of 23');
});

test('invalid input is explained next to its field and never sent', async ({ page, demo, mock }) => {
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().startsWith(`${mock.url}/sessions`)) asked += 1;
  });
  await page.goto(`${demo}?lang=fr&length=101&unit=jour`);
  await expect(page.locator('#length-error')).toHaveText(/101 est hors limites.*de 1 à 100/);
  await expect(page.locator('#unit-error')).toContainText('jour');
  expect(asked).toBe(0);
});

test('one click fetches more units than a single call returns', async ({ page, demo }) => {
  await page.goto(`${demo}?${fixed}&length=365&compare=none`);
  await expect(page.locator('#length-error')).toContainText('365');
  await page.getByRole('button', { name: 'Fetch the last 365 days in several calls' }).click();
  await expect(page).toHaveURL(/from=2025-06-29/);
  await expect(page.locator('[data-rows]')).toHaveText('Rows 1–50 of 365');
});

for (const { compare, before } of [
  { compare: 'the previous period', before: '2026-06-14T23:59:59Z' },
  { compare: 'the year before', before: '2025-06-28T23:59:59Z' },
])
  test(`ten days are compared with ${compare}, weekdays or dates matching`, async ({ page, demo, mock }) => {
    const sum = async (ending: string) => {
      const url = `${mock.url}/sessions/data_series?length=10&ending_at=${ending}`;
      const answer = await (await fetch(url, { headers: { authorization: 'Bearer any' } })).json();
      return answer.data.reduce((all: number, point: { sessions: number }) => all + point.sessions, 0);
    };
    const [now, was] = [await sum('2026-06-28T23:59:59Z'), await sum(before)];
    await page.goto(`${demo}?${fixed}&length=10`);
    await page.getByRole('combobox', { name: 'Compare with' }).selectOption(compare);
    const change = new Intl.NumberFormat('en-GB', {
      style: 'percent',
      signDisplay: 'exceptZero',
      maximumFractionDigits: 1,
    })
      .format((now - was) / was)
      .replace('-', '−');
    await expect(page.locator('[data-figure=change]')).toContainText(change);
    await page.getByRole('combobox', { name: 'Compare with' }).selectOption('nothing');
    await expect(page.locator('[data-figure=change]')).toHaveText('–');
  });

test('known apps are offered by name, and an unknown one is marked', async ({ page, demo }) => {
  await page.goto(`${demo}?${dates}`);
  await page.getByRole('button', { name: '+ iOS app' }).click();
  await page.getByRole('button', { name: '+ Website' }).click();
  await expect(page.locator('.figures tbody tr')).toHaveCount(2);
  await expect(page).toHaveTitle(/^1 ?– ?28 June 2026 – iOS app, Website – Session analytics$/);
  await expect(page.locator('.readout li').nth(1)).toContainText('Website');
  await expect(page.getByText('these figures are made up')).toHaveCount(0);
  await page.getByRole('textbox', { name: 'App 2' }).fill('no-such-app');
  await expect(page.getByText('Unknown identifier: these figures are made up')).toBeVisible();
  await page.getByRole('button', { name: 'Add an app' }).click();
  await expect(page.getByRole('textbox', { name: 'App 3' })).toBeFocused();
});

test('apps show their share of the workspace, and can be stacked', async ({ page, demo }) => {
  await page.goto(`${demo}?${dates}&app_id=app-ios&app_id=app-android&app_id=app-web`);
  const shares = page.locator('.figures tbody td:nth-child(3)');
  await expect(shares).toHaveText([/^\d+%$/, /^\d+%$/, /^\d+%$/]);
  const numbers = (await shares.allTextContents()).map((text) => Number.parseInt(text, 10));
  // Each is rounded.
  expect(Math.abs(numbers.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThanOrEqual(1);
  await page.getByRole('combobox', { name: 'Chart type' }).selectOption('Stacked');
  await expect(page).toHaveURL(/shape=stacked/);
  await expect(page.locator('.plot canvas')).toBeVisible();
});

test('the heatmap averages the hours of each weekday', async ({ page, demo }) => {
  await page.goto(`${demo}?${dates}`);
  await page.getByText('Weekdays and hours').click();
  await expect(page.locator('.heatmap tbody tr')).toHaveCount(7);
  await expect(page.locator('.heatmap tbody th').first()).toHaveText('Mon');
  await expect(page.locator('.heatmap tbody td')).toHaveCount(7 * 24);
  await expect(page).toHaveURL(/heatmap=1/);
});

test('a view is saved by name in this browser, opened in the language and theme of the page, and deleted', async ({
  page,
  demo,
}) => {
  await page.goto(`${demo}?${dates}&app_id=app-web`);
  await page.getByRole('textbox', { name: 'Name of this view' }).fill('Web in June');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.goto(`${demo}?lang=fr&theme=dark`);
  await page.getByRole('link', { name: 'Web in June' }).click();
  await expect(page).toHaveURL(/app_id=app-web/);
  await expect(page).toHaveURL(/lang=fr&theme=dark/);
  await page.getByRole('button', { name: 'Retirer Web in June' }).click();
  await expect(page.getByRole('link', { name: 'Web in June' })).toHaveCount(0);
});

test('unusual days are marked, and the page explains how they are found', async ({ page, demo, mock }) => {
  await page.route(`${mock.url}/sessions/**`, (route) => {
    const data = Array.from({ length: 56 }, (_, index) => ({
      time: new Date(Date.UTC(2026, 3, 27 + index)).toISOString().slice(0, 10),
      sessions: index === 30 ? 9000 : 1000 + (index % 7),
    }));
    return route.fulfill({
      json: { message: 'success', data },
      headers: { 'access-control-allow-origin': '*' },
    });
  });
  await page.goto(`${demo}?lang=en&zone=UTC&from=2026-04-27&to=2026-06-21&compare=none`);
  await expect(page.locator('[data-legend=unusual]')).toHaveText(/Unusual: more than 3\.5 times .*\(MAD\)/);
});

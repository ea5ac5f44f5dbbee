import { expect, test } from './demo.ts';

const fixed = 'lang=en&ending_at=2026-06-28T23:59:59Z';
const total = '[data-figure=total]';

test('each parameter goes into the address and to the mock', async ({ page, demo, mock }) => {
  const asked: URLSearchParams[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin === new URL(mock.url).origin) asked.push(url.searchParams);
  });
  await page.goto(`${demo}?${fixed}&compare=0`);
  await expect(page.locator(total)).toBeVisible();
  const last = () => Object.fromEntries(asked.at(-1) ?? []);

  await page.getByRole('spinbutton', { name: 'Length' }).fill('7');
  await expect.poll(last).toMatchObject({ length: '7', unit: 'day' });
  await page.getByRole('radio', { name: 'Hour' }).check();
  await expect.poll(last).toMatchObject({ unit: 'hour' });
  await page.getByRole('combobox', { name: 'Offset' }).selectOption('+05:45');
  await expect.poll(last).toMatchObject({ ending_at: '2026-06-28T23:59:59+05:45' });
  await page.getByRole('textbox', { name: 'App' }).fill('{{app_identifier}}');
  await expect.poll(last).toMatchObject({ app_id: '{{app_identifier}}' });
  await page.getByRole('textbox', { name: 'Segment' }).fill('a+b & c');
  await expect.poll(last).toMatchObject({ segment_id: 'a+b & c' });
  await expect(page).toHaveURL(/length=7.*unit=hour|unit=hour.*length=7/);
});

test('a link shows the same view to another reader', async ({ page, demo, browser }) => {
  await page.goto(`${demo}?${fixed}&length=20&sort=series-1.desc`);
  await page.getByRole('radio', { name: 'Hour' }).check();
  const other = await browser.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('radio', { name: 'Hour' })).toBeChecked();
  await expect(other.locator('th[aria-sort=descending]')).toHaveText('Sessions');
  await expect(other.locator('section.scroll tbody tr')).toHaveCount(20);
  await expect(other.locator(total)).toHaveText((await page.locator(total).textContent()) ?? '');
  await other.close();
});

test('wrong input is explained beside its field and never sent', async ({ page, demo, mock }) => {
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().startsWith(mock.url)) asked += 1;
  });
  await page.goto(`${demo}?lang=fr&length=101&unit=jour`);
  await expect(page.locator('#length-error')).toHaveText(/101 est hors limites.*de 1 à 100/);
  await expect(page.locator('#unit-error')).toContainText('jour');
  expect(asked).toBe(0);
});

test('more units than one call gives are one click away', async ({ page, demo }) => {
  await page.goto(`${demo}?${fixed}&length=365&compare=0`);
  await expect(page.locator('#length-error')).toContainText('365');
  await page.getByRole('button', { name: 'Fetch the last 365 units in several calls' }).click();
  await expect(page).toHaveURL(/from=2025-06-29T/);
  await expect(page.getByText('Page 1 of 8')).toBeVisible();
});

test('a date is typed as text, and told when it is none', async ({ page, demo }) => {
  await page.goto(`${demo}?lang=en&ending_at=2026-06-28T23:59:59-5:00`);
  const field = page.getByRole('textbox', { name: 'Ending at' });
  await expect(field).toHaveValue('2026-06-28 23:59:59');
  await field.fill('2026-02-31');
  await field.blur();
  await expect(page.locator('#ending_at-error')).toContainText('“2026-02-31” is not a valid date and time');
  await field.fill('2026-02-28');
  await expect(page).toHaveURL(/ending_at=2026-02-28T23%3A59%3A59Z/);
  await field.fill('2018-06-28T21:00-5:00');
  await field.blur();
  await expect(page).toHaveURL(/ending_at=2018-06-28T21%3A00%3A00-5%3A00/);
  await field.fill('');
  await expect(page.getByText('Empty: up to now, in UTC.')).toBeVisible();
});

test('the period before is compared, and can be left out', async ({ page, demo, mock }) => {
  const sum = async (ending: string) => {
    const url = `${mock.url}/sessions/data_series?length=7&ending_at=${ending}`;
    const answer = await (await fetch(url, { headers: { authorization: 'Bearer any' } })).json();
    return answer.data.reduce((all: number, point: { sessions: number }) => all + point.sessions, 0);
  };
  const [now, before] = [await sum('2026-06-28T23:59:59Z'), await sum('2026-06-21T23:59:59Z')];
  await page.goto(`${demo}?${fixed}&length=7`);
  const change = new Intl.NumberFormat('en-GB', {
    style: 'percent',
    signDisplay: 'exceptZero',
    maximumFractionDigits: 1,
  })
    .format((now - before) / before)
    .replace('-', '−');
  await expect(page.locator('[data-figure=change]')).toHaveText(change);
  await page.getByRole('checkbox', { name: 'Compare' }).uncheck();
  await expect(page.locator('[data-figure=change]')).toHaveText('–');
  await expect(page).toHaveURL(/compare=0/);
});

test('several apps are drawn together', async ({ page, demo }) => {
  await page.goto(`${demo}?${fixed}&app_id=one`);
  await page.getByRole('button', { name: 'Add an app' }).click();
  await page.getByRole('textbox', { name: 'App 2' }).fill('two');
  await expect(page.locator('.figures tbody tr')).toHaveCount(2);
  await expect(page.locator('.readout li').nth(1)).toContainText('two');
});

test('a long range shows its progress, can be cancelled, and goes on', async ({ page, demo }) => {
  await page.goto(`${demo}?${fixed}&from=2024-01-01T00:00&compare=0&fault=slow`);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Stopped.')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.locator(total)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Page 1 of 19')).toBeVisible();
});

test('by keyboard alone: read values, zoom in and out', async ({ page, demo }) => {
  await page.goto(`${demo}?${fixed}&length=14`);
  const chart = page.getByRole('slider');
  await expect(chart).toBeVisible();
  for (
    let steps = 0;
    steps < 60 && !(await chart.evaluate((it) => it === document.activeElement));
    steps += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await expect(chart).toBeFocused();
  await page.keyboard.press('Home');
  await expect(page.locator('.readout-time')).toHaveText(/^Monday,? 15 June 2026$/);
  await page.keyboard.press('ArrowRight');
  await expect(chart).toHaveAttribute('aria-valuetext', /Tuesday,? 16 June 2026, All apps \d/);
  await page.keyboard.press('+');
  await expect(page).toHaveURL(/zoom=/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/zoom=/);
});

test('dragging zooms, and the link keeps the zoom', async ({ page, demo }) => {
  await page.goto(`${demo}?${fixed}&length=28`);
  const box = await page.locator('.plot .u-over').boundingBox();
  if (!box) throw new Error('no chart');
  await page.mouse.move(box.x + box.width * 0.25, box.y + 50);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.75, box.y + 60, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/zoom=2026-06-0\dT.*2026-06-2\dT/);
  await page.getByRole('button', { name: 'Show the whole period' }).click();
  await expect(page).not.toHaveURL(/zoom=/);
});

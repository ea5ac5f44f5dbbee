/** Mouse, keyboard and history, in every browser. */
import { expect, test } from '../demo.ts';

const fixed = 'lang=en&ending_at=2026-06-28T23:59:59Z';
const total = '[data-figure=total]';

test('presets choose the period, and Back undoes every choice', { tag: '@engine' }, async ({
  page,
  demo,
}) => {
  await page.goto(`${demo}?lang=en&zone=UTC`);
  await expect(page.locator('[data-rows]')).toHaveText('Rows 1–28 of 28');
  await page.getByRole('radio', { name: '7 days' }).check();
  await expect(page.locator('[data-rows]')).toHaveText('Rows 1–7 of 7');
  await page.getByRole('textbox', { name: 'App' }).pressSequentially('app-ios');
  await expect(page).toHaveURL(/app_id=app-ios/);
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption('the year before');
  await expect(page).toHaveURL(/compare=year/);
  await page.goBack();
  await expect(page).not.toHaveURL(/compare=/);
  await expect(page.getByRole('textbox', { name: 'App' })).toHaveValue('app-ios');
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'App' })).toHaveValue('');
  await page.goBack();
  await expect(page.getByRole('radio', { name: '28 days' })).toBeChecked();
});

test('a date is typed as text, and an invalid one is explained', async ({ page, demo }) => {
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

test('a long series draws its newest part first, can be cancelled, and resumes', { tag: '@engine' }, async ({
  page,
  demo,
}) => {
  await page.goto(`${demo}?lang=en&zone=UTC&from=2023-01-01&to=2026-06-28&unit=hour&compare=none`);
  await expect(page.locator('.plot canvas')).toBeVisible();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.locator(total)).toHaveText('…');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Stopped.')).toBeVisible();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.locator(total)).toHaveText(/\d,\d/, { timeout: 30_000 });
  await expect(page.locator('[data-rows]')).toHaveText('Rows 1–50 of 30,600');
  await expect(page.locator('[data-legend=band]')).toContainText('Each point is the mean of');
});

test('values can be read and the chart zoomed with the keyboard alone', { tag: '@engine' }, async ({
  page,
  demo,
}) => {
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
  await expect(page.locator('[data-zoomed]')).toContainText('Figures of the zoomed part');
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/zoom=/);
});

test('dragging zooms the chart, the figures follow, and the link keeps the zoom', { tag: '@engine' }, async ({
  page,
  demo,
}) => {
  await page.goto(`${demo}?${fixed}&length=28`);
  await expect(page.locator(total)).toHaveText(/\d,\d/);
  const whole = await page.locator(total).textContent();
  const box = await page.locator('.plot .u-over').boundingBox();
  if (!box) throw new Error('no chart');
  await page.mouse.move(box.x + box.width * 0.25, box.y + 50);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.75, box.y + 60, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/zoom=2026-06-0\dT.*2026-06-2\dT/);
  await expect(page.locator(total)).not.toHaveText(whole ?? '');
  await page.getByRole('button', { name: 'Show the whole period' }).click();
  await expect(page).not.toHaveURL(/zoom=/);
  await expect(page.locator(total)).toHaveText(whole ?? '');
});

import { expect, test } from '../demo.ts';

const view = 'lang=en&length=14&ending_at=2026-06-28T23:59:59Z';

test('a printed page contains the figures, the whole chart and the whole table, dark on white', async ({
  page,
  demo,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${demo}?lang=en&from=2026-01-01&to=2026-06-28&theme=dark`);
  await expect(page.locator('[data-rows]')).toHaveText('Rows 1–50 of 179');
  // As when a reader prints: the chart is made while the page is still dark.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.printed-chart')).toHaveCount(1);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const hidden of ['form.panel', '.tools', '.plot', '[aria-label=Export]', '[aria-label=Request]'])
    await expect(page.locator(hidden)).toBeHidden();
  for (const shown of ['.tiles', '.printed-chart', 'section.scroll'])
    await expect(page.locator(shown)).toBeVisible();
  await expect(page.locator('[data-rows]')).toHaveText('Rows 1–179 of 179');
  await expect(page.locator('section.scroll tbody tr')).toHaveCount(179);
  const paper = await page.evaluate(() => {
    const chart = document.querySelector<HTMLImageElement>('.printed-chart');
    return {
      text: getComputedStyle(document.body).color,
      page: getComputedStyle(document.body).backgroundColor,
      chart:
        chart?.complete &&
        chart.naturalWidth > 0 &&
        decodeURIComponent(chart.src).includes('rgb(49, 87, 213)'),
      fits: document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    };
  });
  expect(paper).toEqual({ text: 'rgb(23, 27, 38)', page: 'rgba(0, 0, 0, 0)', chart: true, fits: true });
  const pdf = await page.pdf({ format: 'A4', printBackground: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});

test('with forced colours, the chosen options and the lines remain distinguishable', async ({
  page,
  demo,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${demo}?${view}&app_id=app-ios&app_id=app-web`);
  await expect(page.locator('.figures tbody tr')).toHaveCount(2);
  const seen = await page.evaluate(() => ({
    chosen: [...document.querySelectorAll('.choice label:has(:checked)')].map(
      (label) => getComputedStyle(label).outlineStyle,
    ),
    keys: [...document.querySelectorAll('.figures .key')].map((key) => getComputedStyle(key).borderTopColor),
  }));
  expect(seen.chosen.every((style) => style === 'solid')).toBe(true);
  expect(new Set(seen.keys).size).toBe(2);
});

test('without JavaScript, a sentence in both languages asks for it', async ({ browser, demo }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(demo);
  const sentences = page.locator('noscript p');
  await expect(sentences).toHaveText([/^This page needs JavaScript/, /^Cette page nécessite JavaScript/]);
  await expect(sentences.first()).toBeVisible();
  await context.close();
});

test('with reduced motion, nothing is animated', async ({ page, demo }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${demo}?${view}&faults=none`);
  await expect(page.getByRole('complementary')).toBeVisible();
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
        return (
          [transitionDuration, animationDuration].some((all) => /[1-9]/.test(all)) ||
          scrollBehavior === 'smooth'
        );
      })
      .map((element) => element.className),
  );
  expect(moving).toEqual([]);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

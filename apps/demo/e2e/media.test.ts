import { expect, test } from './demo.ts';

const view = 'lang=en&length=14&ending_at=2026-06-28T23:59:59Z';

test('on paper stand the figures, the chart and the whole table, dark on white', async ({ page, demo }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${demo}?${view}&theme=dark`);
  await expect(page.locator('section.scroll tbody tr')).toHaveCount(14);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const hidden of ['form.panel', '.tools', '.chart-hint', '[aria-label=Export]', '[aria-label=Request]'])
    await expect(page.locator(hidden)).toBeHidden();
  for (const shown of ['.tiles', '.plot canvas', 'section.scroll'])
    await expect(page.locator(shown)).toBeVisible();
  const paper = await page.evaluate(() => {
    const scroll = document.querySelector('section.scroll');
    return {
      text: getComputedStyle(document.body).color,
      page: getComputedStyle(document.body).backgroundColor,
      cut: scroll && scroll.scrollHeight - scroll.clientHeight,
    };
  });
  expect(paper).toEqual({ text: 'rgb(23, 27, 38)', page: 'rgba(0, 0, 0, 0)', cut: 0 });
  const pdf = await page.pdf({ format: 'A4', printBackground: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  // The lines of the chart were drawn anew in the colours of paper.
  const isBlue = () =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.plot canvas');
      const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      for (let at = 0; at < data.length; at += 4)
        if (data[at] === 49 && data[at + 1] === 87 && data[at + 2] === 213) return true;
      return false;
    });
  await expect.poll(isBlue).toBe(true);
});

test('with reduced motion nothing moves', async ({ page, demo }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${demo}?${view}&fault=none`);
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

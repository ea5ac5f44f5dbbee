import type { Browser, Page } from 'playwright-core';
import { type Figure, figure } from './figure.ts';

/** The longest frame while three years by the hour are drawn and zoomed. */
export async function longestFrames(browser: Browser, url: string): Promise<Figure[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url}?unit=hour&from=2023-07-01&to=2026-06-30&zone=UTC&compare=none`);
  await page.waitForSelector('main[aria-busy=false] .plot canvas', { timeout: 120_000 });
  const theme = page.locator('.tools select');
  const drawn = await figure('26,000 points redrawn, longest frame', 50, () =>
    longestFrame(page, async () => {
      await theme.selectOption('dark');
      await theme.selectOption('light');
    }),
  );
  const zoomed = await figure('26,000 points zoomed, longest frame', 50, () =>
    longestFrame(page, () => zoomInAndOut(page)),
  );
  await page.close();
  return [drawn, zoomed];
}

async function zoomInAndOut(page: Page): Promise<void> {
  const box = await page.locator('.plot .u-over').boundingBox();
  if (!box) throw new Error('There is no chart.');
  await page.mouse.move(box.x + box.width * 0.3, box.y + 50);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, box.y + 60, { steps: 10 });
  await page.mouse.up();
  await page.waitForURL(/zoom=/);
  await page.mouse.dblclick(box.x + 20, box.y + 20);
  await page.waitForURL((address) => !address.searchParams.has('zoom'));
}

/** The longest time between two frames while something runs, in milliseconds. */
async function longestFrame(page: Page, run: () => Promise<void>): Promise<number> {
  const watch = await page.evaluateHandle(() => {
    const state = { longest: 0, last: performance.now(), isOn: true };
    const frame = (now: number) => {
      state.longest = Math.max(state.longest, now - state.last);
      state.last = now;
      if (state.isOn) requestAnimationFrame(frame);
    };
    requestAnimationFrame((now) => {
      state.last = now;
      requestAnimationFrame(frame);
    });
    return state;
  });
  await run();
  await page.waitForTimeout(300);
  const { longest } = await watch.evaluate((state) => {
    state.isOn = false;
    return state;
  });
  return longest;
}

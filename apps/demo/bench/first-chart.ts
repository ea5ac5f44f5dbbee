import type { Browser } from 'playwright-core';
import { type Figure, figure } from './figure.ts';

/** From a click on a link to the page until the frame that shows a chart with its lines, 4 times throttled. */
export function firstChart(browser: Browser, where: string, url: string): Promise<Figure> {
  return figure(`first chart, 4 times throttled, ${where}`, 1000, async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(() => {
      const seen = new MutationObserver(() => {
        if (!document.querySelector('.plot canvas')) return;
        seen.disconnect();
        // What is drawn in this frame is on the screen when the next task runs.
        requestAnimationFrame(() => setTimeout(() => performance.mark('chart')));
      });
      seen.observe(document, { childList: true, subtree: true });
    });
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => performance.getEntriesByName('chart').length > 0);
    const time = await page.evaluate(() => performance.getEntriesByName('chart')[0]?.startTime ?? Number.NaN);
    await context.close();
    return time;
  });
}

/** From a click on a link to three years by the hour until the first lines are drawn, and until all are. */
export async function longSeries(browser: Browser, url: string): Promise<Figure[]> {
  const query = '?unit=hour&from=2023-07-01&to=2026-06-30&zone=UTC&compare=none';
  const until = (what: string, limit: number, selector: string) =>
    figure(what, limit, async () => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const started = performance.now();
      await page.goto(`${url}${query}`, { waitUntil: 'commit' });
      await page.waitForSelector(selector, { timeout: 60_000 });
      const time = performance.now() - started;
      await page.close();
      return time;
    });
  return [
    await until('26,000 points, first picture', 1000, '.plot canvas'),
    await until('26,000 points, all of them', 7000, 'main[aria-busy=false] .plot canvas'),
  ];
}

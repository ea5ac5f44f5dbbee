import type { Browser } from 'playwright-core';
import { type Figure, figure } from './figure.ts';

/** Marks the moment at which the frame with the chart's lines is on the screen. */
async function openMarked(browser: Browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector('.plot canvas')) return;
      seen.disconnect();
      // What is drawn in this frame is on the screen when the next task runs.
      requestAnimationFrame(() => setTimeout(() => performance.mark('chart')));
    });
    seen.observe(document, { childList: true, subtree: true });
  });
  return { context, page, session: await context.newCDPSession(page) };
}

const isDrawn = () => performance.getEntriesByName('chart').length > 0;

/** From a click on a link to the page until a chart is on the screen, 4 times throttled. */
export function firstChart(browser: Browser, where: string, url: string): Promise<Figure> {
  return figure(`first chart, 4 times throttled, ${where}`, 1000, async () => {
    const { context, page, session } = await openMarked(browser);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(isDrawn);
    const time = await page.evaluate(() => performance.getEntriesByName('chart')[0]?.startTime ?? Number.NaN);
    await context.close();
    return time;
  });
}

/** The same in processor time of the page's main thread, which a busy machine does not change. */
export function firstChartWork(browser: Browser, where: string, url: string): Promise<Figure> {
  return figure(`first chart, main thread, 4 times, ${where}`, 800, async () => {
    const { context, page, session } = await openMarked(browser);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const work = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN;
    };
    const before = await work();
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(isDrawn, undefined, { polling: 20 });
    const seconds = (await work()) - before;
    await context.close();
    return seconds * 1000 * 4;
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

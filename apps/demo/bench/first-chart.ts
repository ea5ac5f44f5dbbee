import type { Browser } from 'playwright-core';
import { type Figure, figure } from './figure.ts';

/** From a click on a link to the page until the frame that shows a chart with its lines, 4 times throttled. */
export function firstChart(browser: Browser, where: string, url: string): Promise<Figure> {
  return figure(`first chart, 4 times throttled, ${where}`, 1500, async () => {
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

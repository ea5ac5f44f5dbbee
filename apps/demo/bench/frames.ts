/**
 * How fast the demo is in a real browser: time to the first chart with 4 times CPU throttling, and the longest
 * frame while three years by the hour are drawn and zoomed. Exits 1 when a figure is above its limit.
 */
import { startMock } from '@session-series/mock';
import { type Browser, chromium, type Page } from 'playwright-core';
import { startDemo } from '../e2e/server.ts';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const mock = await startMock({ port: 0 });
const demo = await startDemo(['--mock-url', mock.url]);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const figures = [
    { what: 'first chart, 4 times throttled', milliseconds: await firstChart(browser), limit: 1500 },
    ...(await longestFrames(browser)),
  ];
  console.table(figures);
  process.exitCode = figures.some(({ milliseconds, limit }) => milliseconds > limit) ? 1 : 0;
} finally {
  await browser.close();
  await demo.stop();
  await mock.close();
}

/** Median of five cold loads, from the request for the page to a chart with lines. */
async function firstChart(browser: Browser): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(demo.url, { waitUntil: 'commit' });
    await page.waitForSelector('.plot canvas');
    times.push(await page.evaluate(() => performance.now()));
    await page.close();
  }
  return Math.round(times.sort((a, b) => a - b)[2] ?? Number.NaN);
}

/** Longest task of the main thread while the chart appears, and while it is zoomed. */
async function longestFrames(browser: Browser) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${demo.url}?unit=hour&from=2023-07-01T00:00&ending_at=2026-06-30T23:59:59Z&compare=0`);
  await page.waitForSelector('.plot canvas', { timeout: 120_000 });
  const appearing = await longestFrame(page, async () => {
    await page.getByRole('combobox').last().waitFor();
    await page.locator('.tools select').selectOption('dark');
  });
  const zooming = await longestFrame(page, async () => {
    const box = await page.locator('.plot .u-over').boundingBox();
    if (!box) throw new Error('There is no chart.');
    for (let turn = 0; turn < 5; turn += 1) {
      await page.mouse.move(box.x + box.width * 0.3, box.y + 50);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.7, box.y + 60, { steps: 10 });
      await page.mouse.up();
      await page.mouse.dblclick(box.x + 20, box.y + 20);
    }
  });
  await page.close();
  return [
    { what: '26,000 points drawn anew, longest frame', milliseconds: appearing, limit: 50 },
    { what: '26,000 points zoomed, longest frame', milliseconds: zooming, limit: 50 },
  ];
}

/** Milliseconds between the two frames that are furthest apart while something runs. */
async function longestFrame(page: Page, run: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const state = { longest: 0, last: performance.now(), isOn: true };
    Object.assign(window, { frames: state });
    const frame = (now: number) => {
      state.longest = Math.max(state.longest, now - state.last);
      state.last = now;
      if (state.isOn) requestAnimationFrame(frame);
    };
    requestAnimationFrame((now) => {
      state.last = now;
      requestAnimationFrame(frame);
    });
  });
  await run();
  await page.waitForTimeout(300);
  // The cast: the page's own window has been given this property above.
  return page.evaluate(() =>
    Math.round((window as unknown as { frames: { longest: number } }).frames.longest),
  );
}

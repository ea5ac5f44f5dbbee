/**
 * Takes a screenshot of every state of the built demo: `node bench/states.ts <folder> <chromium|firefox> <language> <light|dark>
 * <desktop|phone|narrow> [states]`. They are for visual inspection; nothing is compared.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startMock } from '@session-series/mock';
import { chromium, firefox, type Page } from 'playwright-core';
import { browserTests } from '../../../playwright.base.ts';
import { startDemo } from '../e2e/server.ts';

/** The clock of the mock and of the page: an afternoon, so that the last day is in progress. */
const now = '2026-06-30T15:20:00Z';
const six = ['app-ios', 'app-android', 'app-web', 'app-tv', 'app-watch', 'app-unknown'];
const apps = (count: number) => six.slice(0, count).map((id) => `app_id=${id}`);

interface State {
  query: readonly string[];
  /** The page has the current time: the rate limit uses the real clock. */
  isLive?: boolean;
  host?: 'static';
  act?(page: Page): Promise<void>;
}

/** Each state by its name. */
const states: Record<string, State> = {
  first: { query: [] },
  reading: {
    query: ['period=90d'],
    act: (page) => page.locator('.plot .u-over').hover({ position: { x: 150, y: 90 } }),
  },
  zoomed: { query: ['period=90d', 'zoom=2026-05-01T00:00:00Z~2026-05-21T00:00:00Z'] },
  year: { query: ['period=year', 'by=week', 'compare=year', 'zone=Europe/Paris'] },
  cumulative: { query: ['period=90d', 'shape=cumulative', ...apps(2)] },
  average: { query: ['period=90d', 'average=7d'] },
  lines: { query: ['period=90d', ...apps(3)] },
  stacked: { query: ['period=90d', 'shape=stacked', ...apps(3)] },
  'stacked-total': { query: ['period=90d', 'by=week', 'shape=stacked', 'app_id=', ...apps(3)] },
  six: { query: ['period=90d', 'by=week', 'shape=stacked', ...apps(6)] },
  segments: { query: ['period=28d', 'segment_id=segment-loyal', 'segment_id=segment-unknown'] },
  heatmap: { query: ['period=28d', 'heatmap=1'] },
  long: { query: ['unit=hour', 'from=2023-07-01', 'to=2026-06-30', 'compare=none'] },
  clocks: { query: ['unit=hour', 'from=2026-03-28', 'to=2026-03-30', 'zone=Europe/Paris'] },
  call: { query: ['length=14', 'unit=day', 'ending_at=2018-06-28T23:59:59-5:00', 'app_id=app-ios'] },
  wrong: { query: ['from=2026-02-30', 'to=2026-01-01', 'zone=Europe/Pari'] },
  'wrong-call': { query: ['length=101', 'unit=day', 'ending_at=yesterday'] },
  future: { query: ['from=2027-01-01', 'to=2027-01-14'] },
  429: { query: ['faults=429'], isLive: true },
  500: { query: ['faults=500'], isLive: true },
  slow: { query: ['faults=slow'], isLive: true },
  kept: {
    query: ['period=90d'],
    isLive: true,
    act: async (page) => {
      await page.evaluate(() => {
        history.pushState(null, '', `${location.search}&faults=500`.replace('90d', '7d'));
        dispatchEvent(new PopStateEvent('popstate'));
      });
      await page.locator('[data-failure]').waitFor();
    },
  },
  form: {
    query: ['operation=getSessionsDataSeries'],
    act: async (page) => {
      await page.locator('.operation button[type=submit]').click();
      await page.locator('[data-status]').waitFor();
    },
  },
  static: { query: [], host: 'static' },
};

const sizes = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
};

const [folder, name, language = 'en', theme = 'light', device = 'desktop', ...wanted] = process.argv.slice(2);
const size = Object.entries(sizes).find(([one]) => one === device)?.[1];
const browserType = name === 'firefox' ? firefox : chromium;
const project = browserTests().projects.find(({ use }) => use.browserName === name);
if (!folder || !size || !project)
  throw new Error('Usage: states.ts <folder> <browser> <language> <theme> <device>');
const isKnown = (state: string) => wanted.length === 0 || wanted.includes(state);

await mkdir(folder, { recursive: true });
const mock = await startMock({ port: 0, now });
const hosts = { mock: await startDemo(['--mock-url', mock.url]), static: await startDemo() };
const { launchOptions, ...channel } = project.use;
const browser = await browserType.launch({ ...launchOptions, ...channel });
for (const [state, { query, isLive, host = 'mock', act }] of Object.entries(states)) {
  if (!isKnown(state)) continue;
  const page = await browser.newPage({ viewport: size, locale: language, timezoneId: 'Europe/Paris' });
  if (!isLive) await page.clock.setFixedTime(now);
  await page.goto(`${hosts[host].url}?${[`lang=${language}`, `theme=${theme}`, ...query].join('&')}`);
  const complete = 'main[aria-busy=false] :is(.plot canvas, .notice), [data-failure], .operation';
  await page
    .locator(state === 'slow' ? '.waiting' : complete)
    .first()
    .waitFor();
  if (state !== 'slow') await page.waitForLoadState('networkidle');
  await act?.(page);
  await page.screenshot({ path: join(folder, `${state}.png`), fullPage: true });
  await page.close();
}
await browser.close();
await Promise.all([hosts.mock.stop(), hosts.static.stop()]);
await mock.close();

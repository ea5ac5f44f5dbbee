/**
 * Measures the built demo in a real browser against its limits: `BENCH_RUNS` sets how often each is measured.
 * Exits 1 when a median is above its limit or a score of Lighthouse below.
 */
import { startMock } from '@session-series/mock';
import { chromium } from 'playwright-core';
import { launchOptions } from '../../../playwright.base.ts';
import { startDemo } from '../e2e/server.ts';
import { firstChart, firstChartWork, longSeries } from './first-chart.ts';
import { longestFrames } from './frames.ts';
import { lighthouseScores } from './lighthouse.ts';

const mock = await startMock({ port: 0 });
const demo = await startDemo(['--mock-url', mock.url]);
const staticHost = await startDemo();
const browser = await chromium.launch(launchOptions());
try {
  const figures = [
    await firstChart(browser, 'mock server', demo.url),
    await firstChart(browser, 'static host', staticHost.url),
    await firstChartWork(browser, 'mock server', demo.url),
    await firstChartWork(browser, 'static host', staticHost.url),
    ...(await longSeries(browser, demo.url)),
    ...(await longestFrames(browser, demo.url)),
  ];
  console.table(figures);
  await browser.close();
  const scores = await lighthouseScores(demo.url);
  console.table(scores.map(({ page, scores, short }) => ({ page, ...scores, 'below full marks': short })));
  const isSlow = figures.some(({ median, limit }) => !(median <= limit));
  const isLow = scores.some(({ scores }) => Object.values(scores).some((score) => score < 99));
  process.exitCode = isSlow || isLow ? 1 : 0;
} finally {
  await browser.close();
  await demo.stop();
  await staticHost.stop();
  await mock.close();
}

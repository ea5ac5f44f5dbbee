/** Takes the README's pictures of the built demo: `node scripts/pictures.ts`. Needs CHROMIUM_PATH. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startMock } from '@session-series/mock';
import { chromium } from 'playwright-core';
import { startDemo } from '../e2e/server.ts';

const executablePath = process.env['CHROMIUM_PATH'];
if (!executablePath) throw new Error('CHROMIUM_PATH is not set. Set it to a Chromium.');

const folder = new URL('../pictures/', import.meta.url);
const period = 'length=28&ending_at=2026-06-28T23:59:59Z';
const pictures = [
  { name: 'demo.en', query: `lang=en&${period}`, scheme: 'light', width: 1280, height: 800 },
  { name: 'demo.fr', query: `lang=fr&${period}`, scheme: 'dark', width: 1280, height: 800 },
  { name: 'demo.phone', query: `lang=fr&${period}`, scheme: 'light', width: 390, height: 844 },
] as const;

await mkdir(folder, { recursive: true });
const mock = await startMock({ port: 0, now: '2026-06-30T12:00:00Z' });
const demo = await startDemo(['--mock-url', mock.url]);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const { name, query, scheme, width, height } of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
  await page.goto(`${demo.url}?${query}`);
  await page.waitForSelector('.plot canvas');
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, folder)) });
  await page.close();
}
await browser.close();
await demo.stop();
await mock.close();

/** Compares the reference with `redocly build-docs --inlineBundle` of the same bundle: 4 times slower CPU, gzip. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { serveSite } from '../browser-test/serve-site.ts';
import { contractFile, firstOperation, readContract } from '../src/content/contract.ts';

const runs = Number(process.env.BENCH_RUNS ?? 5);
const executablePath = process.env.CHROMIUM_PATH;
if (!executablePath) throw new Error('CHROMIUM_PATH is not set: give it the path of an installed Chromium.');

const stock = mkdtempSync(join(tmpdir(), 'stock-redoc-'));
execFileSync(
  'redocly',
  ['build-docs', contractFile('openapi.en.yaml'), '--inlineBundle', '-o', join(stock, 'index.html')],
  { stdio: 'ignore' },
);
const description = firstOperation(readContract('en')).operation.description.split(/[.`\n]/)[0] ?? '';

// Where a link to the operation leads; stock Redoc keeps the operation closed at any other address.
const place = '#sessions/getsessionsdataseries';

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  await using stockSite = await serveSite(stock);
  await using ownSite = await serveSite(fileURLToPath(new URL('../dist', import.meta.url)));
  const rows = {
    stock: await median(`${stockSite.url}${place}`),
    own: await median(`${ownSite.url}en/${place}`),
  };
  const line = (name: string, key: keyof Figures, limit: string) =>
    `| ${name} | ${rows.stock[key].toFixed(0)} | ${rows.own[key].toFixed(0)} | ${((100 * rows.own[key]) / rows.stock[key]).toFixed(1)} % | ${limit} |`;
  console.log(
    [
      `Median of ${runs} loads, CPU 4 times slower, gzip, local server.`,
      '',
      '| | stock Redoc | this site | share | aim |',
      '| --- | --: | --: | --: | --: |',
      line('first contentful paint, ms', 'paint', '≤ 50 %'),
      line('description readable, ms', 'readable', '≤ 20 %'),
      line('bytes before that', 'bytesBefore', '≤ 10 %'),
      line('bytes in all', 'bytes', '≤ 100 %'),
    ].join('\n'),
  );
} finally {
  await browser.close();
  rmSync(stock, { recursive: true });
}

interface Figures {
  paint: number;
  readable: number;
  bytesBefore: number;
  bytes: number;
}

async function median(url: string): Promise<Figures> {
  const all: Figures[] = [];
  for (let i = 0; i < runs; i++) all.push(await load(browser, url));
  const middle = (key: keyof Figures) =>
    all.map((run) => run[key]).toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  return {
    paint: middle('paint'),
    readable: middle('readable'),
    bytesBefore: middle('bytesBefore'),
    bytes: middle('bytes'),
  };
}

async function load(browser: Browser, url: string): Promise<Figures> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  // Looks at each frame whether the description has a place on the page.
  await page.addInitScript((text) => {
    const look = () => {
      const found = [...document.querySelectorAll('p')].some(
        (p) => p.textContent.startsWith(text) && p.getClientRects().length > 0,
      );
      if (found) document.documentElement.dataset.readable = String(performance.now());
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, description);
  await page.goto(url, { waitUntil: 'commit' });
  // In stock Redoc the section opens once it is scrolled to.
  const readable = page.waitForFunction(
    (text) => {
      const at = document.documentElement.dataset.readable;
      if (
        !at &&
        document.body &&
        ![...document.querySelectorAll('p')].some((p) => p.textContent.startsWith(text))
      )
        window.scrollTo(0, document.documentElement.scrollHeight);
      return at;
    },
    description,
    { polling: 50, timeout: 20_000 },
  );
  const at = Number(await (await readable).jsonValue());
  await page.waitForLoadState('load');
  const bytesBefore = bytes;
  await page.waitForLoadState('networkidle');
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  );
  await context.close();
  return { paint, readable: at, bytesBefore, bytes };
}

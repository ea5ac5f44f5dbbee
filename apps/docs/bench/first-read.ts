/**
 * Compares the reference with `redocly build-docs --inlineBundle` of the same bundle, and with a page that
 * only contains the expected sentence, which is the minimum in this browser. CPU 4 times slower, gzip.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serveSite } from '../browser-test/serve-site.ts';
import { contractFile, contractIn, firstOperation } from '../src/guides/contract.ts';
import { type Load, load } from './load.ts';

const runs = Number(process.env.BENCH_RUNS ?? 7);
const executablePath = process.env.CHROMIUM_PATH;
if (!executablePath) throw new Error('CHROMIUM_PATH is not set: give it the path of an installed Chromium.');

const operation = firstOperation(contractIn('en'));
const description = (operation.description ?? '').split(/[.`\n]/)[0] ?? '';
// Where a link to the operation leads; stock Redoc keeps the operation closed at any other address.
const place = `#${operation.tags[0]}/${operation.id.toLowerCase()}`;

const others = mkdtempSync(join(tmpdir(), 'bench-docs-'));
execFileSync(
  'redocly',
  ['build-docs', contractFile('openapi.en.yaml'), '--inlineBundle', '-o', join(others, 'stock/index.html')],
  { stdio: 'ignore' },
);
mkdirSync(join(others, 'floor'));
writeFileSync(
  join(others, 'floor/index.html'),
  `<!doctype html><html lang="en"><title>Floor</title><p>${description}</p></html>`,
);

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  await using otherSite = await serveSite(others);
  await using ownSite = await serveSite(fileURLToPath(new URL('../dist', import.meta.url)));
  const pages = {
    stock: `${otherSite.url}stock/${place}`,
    own: `${ownSite.url}en/${place}`,
    floor: `${otherSite.url}floor/`,
  };
  const loads: Record<keyof typeof pages, Load[]> = { stock: [], own: [], floor: [] };
  // One window stays open throughout, since the browser fills each new one with its own pages.
  const context = await browser.newContext();
  await context.newPage();
  // In turns, so that other load on the machine affects all of them; the first round warms up.
  for (let round = 0; round <= runs; round++)
    for (const name of ['stock', 'own', 'floor'] as const) {
      const measured = await load(context, pages[name], description);
      if (round > 0) loads[name].push(measured);
    }
  const middle = (name: keyof typeof loads, key: keyof Load): number =>
    loads[name].map((one) => one[key]).toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  const line = (label: string, key: keyof Load, goal: string): string => {
    const [stock, own, floor] = [middle('stock', key), middle('own', key), middle('floor', key)];
    const share = `${((100 * own) / stock).toFixed(1)} %`;
    return `| ${label} | ${stock.toFixed(0)} | ${own.toFixed(0)} | ${share} | ${goal} | ${floor.toFixed(0)} |`;
  };
  console.log(
    [
      `Median of ${runs} loads, CPU 4 times slower, gzip, local server.`,
      '',
      '| | stock Redoc | this site | share | goal | one sentence alone |',
      '| --- | --: | --: | --: | --: | --: |',
      line('first contentful paint, ms', 'paint', '≤ 50 %'),
      line('description readable, ms', 'readable', '≤ 20 %'),
      line('bytes before that', 'bytesBefore', '≤ 10 %'),
      line('bytes in all', 'bytes', '≤ 100 %'),
    ].join('\n'),
  );
} finally {
  await browser.close();
  rmSync(others, { recursive: true });
}

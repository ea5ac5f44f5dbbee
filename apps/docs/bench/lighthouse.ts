/** Prints Lighthouse's scores of both references, desktop and mobile, from the built site with gzip. */
import { fileURLToPath } from 'node:url';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium } from 'playwright-core';
import { serveSite } from '../browser-test/serve-site.ts';
import { languages } from '../src/content/contract.ts';

const executablePath = process.env.CHROMIUM_PATH;
if (!executablePath) throw new Error('CHROMIUM_PATH is not set: give it the path of an installed Chromium.');

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const port = 9333;
await using site = await serveSite(fileURLToPath(new URL('../dist', import.meta.url)));
const browser = await chromium.launch({
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--remote-debugging-port=${port}`,
  ],
});
try {
  console.log(`| page | ${categories.join(' | ')} | below full marks |`);
  console.log(`| --- |${' --: |'.repeat(categories.length)} --- |`);
  for (const language of languages)
    for (const device of ['desktop', 'mobile']) {
      const result = await lighthouse(
        `${site.url}${language}/`,
        { port, onlyCategories: categories, output: 'json', logLevel: 'error' },
        device === 'desktop' ? desktopConfig : undefined,
      );
      if (!result) throw new Error(`Lighthouse gave no result for ${language}, ${device}.`);
      const { lhr } = result;
      const scores = categories.map((name) => Math.round(100 * (lhr.categories[name]?.score ?? 0)));
      const short = Object.values(lhr.audits)
        .filter(({ score }) => score !== null && score < 0.9)
        .map(({ id }) => id);
      console.log(`| ${language}, ${device} | ${scores.join(' | ')} | ${short.join(', ')} |`);
    }
} finally {
  await browser.close();
}

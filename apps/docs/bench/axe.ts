/**
 * Looks for accessibility problems with axe in every page of the built site, in light, dark and forced colours in Chromium. Firefox,
 * which emulates no media and is slower, gets both themes of all pages but those of the client's reference that are alike. Fails on
 * any problem. A page of each kind is in the test suite.
 */
import { readdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, firefox } from 'playwright-core';
import { launchOptions } from '../../../playwright.base.ts';
import { dist, pagePaths } from '../browser-test/pages.ts';
import { serveSite } from '../browser-test/serve-site.ts';

const firefoxPath = process.env.FIREFOX_PATH;
if (!firefoxPath) throw new Error('FIREFOX_PATH is not set: give it the path of an installed Firefox.');
// For each page of both languages; the reference of the client is the same in both.
const paths = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(en|fr)\/.*index\.html$/.test(file) && !file.startsWith('fr/client-reference/@'))
  .map((file) => file.replace('index.html', ''))
  .sort();
await using site = await serveSite(dist);
let problems = 0;

const inChromium = await chromium.launch(launchOptions());
for (const [name, media] of [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { colorScheme: 'dark', forcedColors: 'active' }],
] as const)
  await examine(`Chromium, ${name}`, inChromium, paths, { ...media }, undefined);
await inChromium.close();

const inFirefox = await firefox.launch({ channel: 'moz-firefox', executablePath: firefoxPath });
for (const theme of ['light', 'dark']) await examine(`Firefox, ${theme}`, inFirefox, pagePaths, {}, theme);
await inFirefox.close();
if (problems > 0) process.exitCode = 1;

/** Opens every page; with a theme, as a reader who has chosen it. */
async function examine(
  name: string,
  browser: Browser,
  pages: readonly string[],
  media: Parameters<Browser['newContext']>[0],
  theme: string | undefined,
): Promise<void> {
  const context = await browser.newContext(media);
  const page = await context.newPage();
  for (const path of pages) {
    await page.goto(site.url + path);
    if (theme !== undefined)
      await page.evaluate((chosen) => document.documentElement.classList.add(chosen), theme);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    for (const { id, nodes } of violations) {
      problems++;
      console.log(`${name}, /${path}: ${id}\n  ${nodes.map(({ html }) => html.slice(0, 160)).join('\n  ')}`);
    }
  }
  console.log(`${name}: ${pages.length} pages`);
  await context.close();
}

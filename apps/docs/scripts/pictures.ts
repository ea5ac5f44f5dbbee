/** Takes the screenshots of the built docs for the README: `node scripts/pictures.ts`. Needs CHROMIUM_PATH. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serveSite } from '../browser-test/serve-site.ts';

const executablePath = process.env.CHROMIUM_PATH;
if (!executablePath) throw new Error('CHROMIUM_PATH is not set. Set it to the path of a Chromium.');

const sizes = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

const folder = new URL('../pictures/', import.meta.url);
await mkdir(folder, { recursive: true });
await using site = await serveSite(fileURLToPath(new URL('../dist', import.meta.url)));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
for (const language of ['en', 'fr']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [size, viewport] of Object.entries(sizes)) {
      const page = await browser.newPage({ viewport, colorScheme });
      await page.goto(`${site.url}${language}/`);
      await page.waitForLoadState('networkidle');
      await page.screenshot({
        path: fileURLToPath(new URL(`docs.${language}.${colorScheme}.${size}.png`, folder)),
      });
      await page.close();
    }
  }
}
// The preview image for social networks.
const social = await browser.newPage({ viewport: { width: 1200, height: 630 }, colorScheme: 'light' });
await social.goto(`${site.url}en/`);
await social.waitForLoadState('networkidle');
await social.screenshot({ path: fileURLToPath(new URL('social.png', folder)) });
await browser.close();

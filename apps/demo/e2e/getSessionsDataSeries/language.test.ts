import type { Page } from '@playwright/test';
import { expect, show, test } from '../demo.ts';
import { knownIn, languages, messagesOf, textsOn } from './known-words.ts';

/** Identifiers that are not a word of any language. */
const [app, segment, wrong] = ['xqa', 'xqs', 'xqw'];
const identifiers = [app, segment, wrong, ...[1, 2, 3, 4, 5, 6, 7].map((number) => `${app}${number}`)];

/** Views and what is done in each; together they show every panel, menu and message. */
const views: Record<string, (page: Page) => Promise<void>> = {
  heatmap: async (page) => {
    await page.locator('.about > summary').first().waitFor();
    for (const about of await page.locator('.about > summary').all()) await about.click();
    await page.locator('.heatmap').waitFor();
    await page.getByRole('slider').press('End');
    await page.locator('.code button').first().click();
  },
  [`app_id=${app}&app_id=&segment_id=${segment}&average=7d`]: (page) =>
    page.getByRole('slider').press('Home'),
  'unit=hour&from=2026-06-01&to=2026-06-28&zoom=2026-06-27T00:00:00Z~2026-06-28T00:00:00Z': (page) =>
    page.locator('.pages button').last().click(),
  'unit=hour&from=2026-01-01&to=2026-06-28&compare=year': async () => {},
  'period=90d&by=week&compare=year': async () => {},
  'from=2026-01-10&to=2026-05-10&by=month': async () => {},
  'from=2024-01-01&to=2026-01-01&unit=hour&compare=none&faults=slow': async (page) => {
    await page.locator('progress').waitFor();
    await page.locator('.waiting button').click();
  },
  [`length=101&unit=${wrong}&ending_at=${wrong}`]: async () => {},
  'length=1.5': async () => {},
  'length=': async () => {},
  [`from=${wrong}&to=2026-01-01`]: async () => {},
  'from=2026-01-02&to=2026-01-01': async () => {},
  'from=1990-01-01&to=2026-01-01&unit=hour': async () => {},
  [`zone=${wrong}`]: async () => {},
  [[1, 2, 3, 4, 5, 6, 7].map((number) => `app_id=${app}${number}`).join('&')]: async () => {},
  'operation=getSessionsDataSeries': async (page) => {
    await page.locator('[id="query.length"]').fill('');
    await page.locator('button[type=submit]').click();
    await page.locator('.error:not(:empty)').first().waitFor();
  },
  // One status that is not retried, one that is, and the rate limit.
  'faults=400': failed,
  'faults=429': failed,
  'faults=503': failed,
  'faults=truncate': failed,
  'faults=offline': failed,
};

async function failed(page: Page): Promise<void> {
  await page.locator('[data-failure]').waitFor();
  await page.locator('[data-failure] p').first().waitFor();
}

for (const language of languages) {
  test(`every word on the ${language} page is in that language`, async ({ page, demo }) => {
    const isKnown = await knownIn(language, identifiers);
    const foreign: string[] = [];
    for (const [view, act] of Object.entries(views)) {
      await show(page, demo, `?lang=${language}&${view}`);
      await act(page);
      if (await page.locator('.answer-area').count()) await page.locator('.code').first().waitFor();
      foreign.push(
        ...(await textsOn(page)).filter((text) => !isKnown(text)).map((text) => `${view}: ${text}`),
      );
    }
    expect(foreign).toEqual([]);
  });

  test(`words of ${language} are distinguished from other languages`, async () => {
    const [own, other] = [await messagesOf(language), await messagesOf(language === 'en' ? 'fr' : 'en')];
    const isKnown = await knownIn(language, []);
    const shared = new Set(Object.values(own).map((text) => text.toLowerCase()));
    const foreign = Object.values(other).filter(
      (text) => !shared.has(text.toLowerCase()) && !text.includes('{'),
    );
    expect(foreign.length).toBeGreaterThan(80);
    expect(foreign.filter(isKnown)).toEqual([]);
    expect(isKnown('Error')).toBe(false);
  });
}

test('the other language is one click away, and the link keeps it', async ({ page, demo }) => {
  await page.goto(`${demo}?lang=fr`);
  await expect(page.getByText('Moyenne par jour')).toBeVisible();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByText('Daily average')).toBeVisible();
  await expect(page).toHaveURL(/lang=en/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium } from 'playwright-core';
import { launchOptions } from '../../../playwright.base.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const port = 9334;

export interface Scores {
  /** Language and device. */
  page: string;
  /** 0 to 100 for each category. */
  scores: Record<string, number>;
  /** Audits without full marks. */
  short: string;
}

/** Lighthouse's scores of the page in both languages, on a desktop and on a phone. */
export async function lighthouseScores(url: string): Promise<Scores[]> {
  const { args = [], ...options } = launchOptions();
  const browser = await chromium.launch({ ...options, args: [...args, `--remote-debugging-port=${port}`] });
  try {
    const all: Scores[] = [];
    for (const language of ['en', 'fr']) {
      all.push(await score(`${url}?lang=${language}`, `${language}, desktop`, desktopConfig));
      all.push(await score(`${url}?lang=${language}`, `${language}, phone`, undefined));
    }
    return all;
  } finally {
    await browser.close();
  }
}

async function score(url: string, page: string, config: typeof desktopConfig | undefined): Promise<Scores> {
  const result = await lighthouse(
    url,
    { port, onlyCategories: categories, output: 'json', logLevel: 'error' },
    config,
  );
  if (!result) throw new Error(`Lighthouse gave no result for ${page}.`);
  const { lhr } = result;
  return {
    page,
    scores: Object.fromEntries(
      categories.map((name) => [name, Math.round(100 * (lhr.categories[name]?.score ?? 0))]),
    ),
    short: Object.values(lhr.audits)
      .filter(({ score }) => score !== null && score < 0.9)
      .map(({ id }) => id)
      .join(', '),
  };
}

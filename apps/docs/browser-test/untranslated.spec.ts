import { pagePaths } from './pages.ts';
import { expect, test } from './site.ts';
import { isKnown, vocabularyOf } from './vocabulary.ts';
import { textsOnTheWay } from './walk.ts';

const french = vocabularyOf('fr');
const english = vocabularyOf('en');

test.use({ permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 800, height: 900 } });

for (const path of pagePaths.filter((page) => page.startsWith('fr/')))
  test(`whatever one opens on /${path}, every text is French`, async ({ page, site }) => {
    await page.goto(site + path);
    const texts = await textsOnTheWay(page);
    expect(texts.size).toBeGreaterThan(20);
    expect([...texts].filter((text) => !isKnown(text, french))).toEqual([]);
  });

for (const path of pagePaths.filter((page) => page.startsWith('en/')))
  test(`whatever one opens on /${path}, no text is French`, async ({ page, site }) => {
    await page.goto(site + path);
    const texts = await textsOnTheWay(page);
    expect(texts.size).toBeGreaterThan(20);
    const strange = [...texts].filter((text) => isKnown(text, french) && !isKnown(text, english));
    expect(strange).toEqual([]);
  });

test('English that slips through is noticed, be it in sight or in a label', async ({ page, site }) => {
  await page.goto(`${site}fr/mock/`);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<p>Array of objects</p><button title="Show more" aria-label="Responses">requis</button>',
    );
  });
  const texts = await textsOnTheWay(page);
  expect([...texts].filter((text) => !isKnown(text, french))).toEqual([
    'Array of objects',
    'Responses',
    'Show more',
  ]);
});

for (const path of ['', 'nothing/here/'])
  test(`/${path} says everything in both languages`, async ({ page, site, context }) => {
    const emptyScript = { contentType: 'text/javascript', body: '' };
    await context.route('**/chooser.js', (route) => route.fulfill(emptyScript));
    await page.goto(site + path);
    const said = async (language: string) =>
      (await page.locator(`[lang="${language}"]:not(html)`).allInnerTexts())
        .flatMap((text) => text.split('\n'))
        .filter((line) => line.trim() !== '');
    const [inEnglish, inFrench] = [await said('en'), await said('fr')];
    expect(inFrench.filter((text) => !isKnown(text, french))).toEqual([]);
    expect(inEnglish.filter((text) => isKnown(text, french) && !isKnown(text, english))).toEqual([]);
    expect(inFrench).toHaveLength(inEnglish.length);
    // What is in no language of its own is a name or a number, but for the title, which has both.
    const [title, ...rest] = await textsOnTheWay(page);
    expect(title).toMatch(/ · /);
    expect(rest.filter((text) => text !== title && !isKnown(text, french))).toEqual([]);
  });

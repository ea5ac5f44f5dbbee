import { createMockFetch } from '@session-series/mock/browser';
import { contractIn, firstOperation } from '../src/guides/contract.ts';
import { exampleQuery } from '../src/guides/fill-in.ts';
import { expect, test } from './site.ts';

const operation = firstOperation(contractIn('en'));
const query = new URLSearchParams(exampleQuery(operation));

/** The counts that the mock returns for the example of the contract. */
async function countsOfMock(): Promise<number[]> {
  const url = `https://mock.invalid${operation.path}?${query}`;
  const response = await createMockFetch()(url, { headers: { Authorization: 'Bearer any-key' } });
  const { data }: { data: { sessions: number }[] } = await response.json();
  return data.map(({ sessions }) => sessions);
}

for (const [language, label] of [
  ['en', 'Open in the demo'],
  ['fr', 'Ouvrir dans la démo'],
] as const)
  test(`a link from /${language}/ opens the demo with the example, which works without a server`, async ({
    page,
    site,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${site}${language}/`);
    await page.getByRole('link', { name: label }).click();
    for (const [name, value] of query)
      await expect(page).toHaveURL((url) => url.searchParams.get(name) === value);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('.plot canvas').first()).toBeVisible();
    const rows = await page.locator('section.scroll tbody tr td:nth-child(2)').allInnerTexts();
    expect(rows.map((text) => Number(text.replace(/\D/g, '')))).toEqual(await countsOfMock());

    await page.locator('#length').fill('7');
    await expect(page.locator('section.scroll tbody tr')).toHaveCount(7);
    expect(asked.filter((path) => path.includes(operation.path))).toEqual([]);
  });

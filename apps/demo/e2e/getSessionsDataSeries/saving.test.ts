import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { createClient } from '@session-series/client';
import { collectRange } from '@session-series/client/range';
import { expect, test } from '../demo.ts';

declare global {
  /** The file that the page saves. */
  var savedFile: Promise<{ name: string; content: Blob }>;
}

const period = 'length=14&unit=day&ending_at=2018-06-28T23:59:59-05:00';

test('the JSON file contains what the mock sent', async ({ page, demo, mock }) => {
  const sent = await answerOf(mock.url);
  await page.goto(`${demo}?${period}&compare=none&lang=en`);
  expect(JSON.parse(await saved(page, 'JSON'))).toEqual([{ data: sent }]);
});

for (const { language, mark, time, sessions, before, change, separator, decimal } of [
  {
    language: 'en',
    mark: '',
    time: 'Time',
    sessions: 'Sessions',
    before: 'Previous period',
    change: 'Change',
    separator: ',',
    decimal: '.',
  },
  {
    language: 'fr',
    mark: '\ufeff',
    time: 'Date',
    sessions: 'Sessions',
    before: 'Période précédente',
    change: 'Évolution',
    separator: ';',
    decimal: ',',
  },
]) {
  test(`the CSV file contains what the mock sent, in the format of a spreadsheet in ${language}`, async ({
    page,
    demo,
    mock,
  }) => {
    const sent = await answerOf(mock.url);
    await page.goto(`${demo}?${period}&lang=${language}`);
    const text = await saved(page, 'CSV');
    expect(text.startsWith('\ufeff')).toBe(mark !== '');
    const [head, ...rows] = text
      .slice(mark.length)
      .trimEnd()
      .split('\r\n')
      .map((row) => row.split(separator));
    expect(head).toEqual([time, sessions, before, change]);
    expect(rows.map(([day, count]) => ({ time: day, sessions: Number(count) }))).toEqual(sent);
    for (const [, now, was, ratio = ''] of rows) {
      expect(ratio).toMatch(new RegExp(`^-?\\d+(\\${decimal}\\d+)?$`));
      expect(Number(ratio.replace(decimal, '.'))).toBeCloseTo((Number(now) - Number(was)) / Number(was), 4);
    }
  });
}

test('the SVG picture has a title, filters, a legend, the time zone and the source', async ({
  page,
  demo,
  mock,
}) => {
  await page.goto(`${demo}?${period}&lang=en&theme=light&app_id=app-ios`);
  await expect(page.locator('.plot canvas')).toBeVisible();
  const svg = await saved(page, 'SVG');
  for (const text of [
    'Sessions – 15 – 28 June 2018',
    'iOS app · Day · UTC−5',
    'Previous period',
    `Mock server ${new URL(mock.url).host}`,
  ])
    expect(svg.replaceAll('\u2009', ' ')).toContain(text);
});

test('the PNG is the same picture, twice as large', { tag: '@engine' }, async ({ page, demo }) => {
  // WebDriver BiDi reports no downloads, so this takes the file from the link that saves it.
  await page.addInitScript(() => {
    const contents = new Map<string, Blob>();
    const create = URL.createObjectURL;
    URL.createObjectURL = (content) => {
      const url = create(content);
      if (content instanceof Blob) contents.set(url, content);
      return url;
    };
    globalThis.savedFile = new Promise((resolve) => {
      HTMLAnchorElement.prototype.click = function () {
        const content = contents.get(this.href);
        if (content) resolve({ name: this.download, content });
      };
    });
  });
  await page.goto(`${demo}?${period}&lang=en&theme=light`);
  await expect(page.locator('.plot canvas')).toBeVisible();
  await page.getByRole('button', { name: 'PNG' }).click();
  const { colours, ...file } = await page.evaluate(async () => {
    const { name, content } = await globalThis.savedFile;
    const image = await createImageBitmap(content);
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (!context) throw new Error('There is no canvas.');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const colours: Record<string, number> = {};
    for (let at = 0; at < data.length; at += 4) {
      const colour = data.subarray(at, at + 3).join();
      colours[colour] = (colours[colour] ?? 0) + 1;
    }
    return { name, type: content.type, width, height, colours };
  });
  expect(file).toEqual({
    name: 'sessions-2018-06-15-2018-06-28.png',
    type: 'image/png',
    width: 2400,
    height: 1280,
  });
  // White page, dark title, and the blue of the line.
  expect(colours['255,255,255']).toBeGreaterThan(1_000_000);
  expect(colours['23,27,38']).toBeGreaterThan(100);
  expect(colours['49,87,213']).toBeGreaterThan(1000);
});

test('the table is copied in the format of spreadsheets, and the link contains the time zone', async ({
  page,
  demo,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${demo}?from=2026-06-01&to=2026-06-02&compare=none&lang=en`);
  await page.getByRole('button', { name: 'Copy the table' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const table = await page.evaluate(() => navigator.clipboard.readText());
  expect(table).toMatch(/^Time\tSessions\r\n2026-06-01\t\d+\r\n2026-06-02\t\d+\r\n$/);
  await page.getByRole('button', { name: 'Copy a link' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('zone=America%2FLima');
});

test('three years by the hour are exported without losing a point', async ({ page, demo, mock }) => {
  const range = { from: '2023-07-01T00:00:00Z', to: '2026-07-01T00:00:00Z', unit: 'hour' as const };
  const points = await collectRange(createClient({ baseUrl: mock.url, apiKey: 'any' }), range);
  expect(points).toHaveLength(26_304);
  await page.goto(`${demo}?unit=hour&from=2023-07-01&to=2026-06-30&zone=UTC&compare=none&lang=en`);
  await expect(page.locator('[data-figure=total]')).toHaveText(/\d,\d/, { timeout: 50_000 });
  expect(JSON.parse(await saved(page, 'JSON'))).toEqual([{ data: points }]);
  const total = points.reduce((sum, { sessions }) => sum + sessions, 0);
  await expect(page.locator('[data-figure=total]')).toHaveText(total.toLocaleString('en-GB'));
  await expect(page.locator('[data-rows]')).toHaveText('Rows 1–50 of 26,304');
});

/** Text of the file that a button saves. */
async function saved(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

async function answerOf(mock: string): Promise<{ time: string; sessions: number }[]> {
  const response = await fetch(`${mock}/sessions/data_series?${period}`, {
    headers: { authorization: 'Bearer any' },
  });
  return (await response.json()).data;
}

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { createClient } from '@session-series/client';
import { collectRange } from '@session-series/client/range';
import { expect, test } from './demo.ts';

const period = 'length=14&unit=day&ending_at=2026-06-28T23:59:59-05:00';

test('the JSON file holds what the mock sent', async ({ page, demo, mock }) => {
  const sent = await answerOf(mock.url);
  await page.goto(`${demo}?${period}&compare=0&lang=en`);
  expect(JSON.parse(await saved(page, 'JSON'))).toEqual([{ data: sent }]);
});

for (const { language, mark, time, sessions, before, change, separator, decimal } of [
  {
    language: 'en',
    mark: '',
    time: 'Time',
    sessions: 'Sessions',
    before: 'Period before',
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
  test(`the CSV file holds what the mock sent, as a spreadsheet in ${language} reads it`, async ({
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

test('the picture is the chart with its title, in the size that is on the screen', async ({ page, demo }) => {
  await page.goto(`${demo}?${period}&lang=en&theme=light`);
  await expect(page.locator('.plot canvas')).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'PNG' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('sessions-2026-06-15-2026-06-28.png');
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const seen = await page.evaluate(async (base64) => {
    const image = await createImageBitmap(
      new Blob([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))]),
    );
    const canvas = document.querySelector<HTMLCanvasElement>('.plot canvas');
    const copy = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (!copy || !canvas) throw new Error('There is no chart.');
    copy.drawImage(image, 0, 0);
    const colours = (top: number, height: number) => {
      const { data } = copy.getImageData(0, top, image.width, height);
      const found: Record<string, number> = {};
      for (let at = 0; at < data.length; at += 4) {
        const colour = data.subarray(at, at + 3).join();
        found[colour] = (found[colour] ?? 0) + 1;
      }
      return found;
    };
    return {
      margins: [image.width - canvas.width, image.height - canvas.height],
      title: colours(0, 36),
      chart: colours(52, image.height - 52),
    };
  }, bytes.toString('base64'));
  expect(seen.margins).toEqual([32, 52]);
  // White page, dark title, and the blue of the first line.
  expect(seen.title['255,255,255']).toBeGreaterThan(10_000);
  expect(seen.title['23,27,38']).toBeGreaterThan(20);
  expect(seen.chart['49,87,213']).toBeGreaterThan(500);
});

test('three years by the hour go through the page, none lost', async ({ page, demo, mock }) => {
  const range = { from: '2023-07-01T00:00:00Z', to: '2026-07-01T00:00:00Z', unit: 'hour' as const };
  const points = await collectRange(createClient({ baseUrl: mock.url, apiKey: 'any' }), range);
  expect(points).toHaveLength(26_304);
  await page.goto(`${demo}?unit=hour&from=2023-07-01T00:00&ending_at=2026-06-30T23:59:59Z&compare=0&lang=en`);
  await expect(page.getByRole('button', { name: 'JSON' })).toBeVisible({ timeout: 50_000 });
  expect(JSON.parse(await saved(page, 'JSON'))).toEqual([{ data: points }]);
  const total = points.reduce((sum, { sessions }) => sum + sessions, 0);
  await expect(page.locator('[data-figure=total]')).toHaveText(total.toLocaleString('en-GB'));
  await expect(page.getByText('Page 1 of 527')).toBeVisible();
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

import { expect, test } from './demo.ts';

const period = 'length=14&unit=day&ending_at=2026-06-28T23:59:59-05:00';

test('the figures and the table are what the mock sent', { tag: '@engine' }, async ({ page, demo, mock }) => {
  const response = await fetch(`${mock.url}/sessions/data_series?${period}`, {
    headers: { authorization: 'Bearer any' },
  });
  const sent = await response.json();
  const total = sent.data.reduce((sum: number, point: { sessions: number }) => sum + point.sessions, 0);

  await page.goto(`${demo}?${period}&compare=none&lang=en`);
  await expect(page.locator('[data-figure=total]')).toHaveText(total.toLocaleString('en-GB'));
  await expect(page.locator('[data-rows]')).toHaveText('Rows 1–14 of 14');
  const rows = await page.locator('section.scroll tbody tr td:nth-child(2)').allInnerTexts();
  expect(rows.map((text) => Number(text.replaceAll(',', '')))).toEqual(
    sent.data.map(({ sessions }: { sessions: number }) => sessions),
  );
});

test('the page sends requests to its own origin and to the mock only', async ({ page, demo, mock }) => {
  const origins = new Set<string>();
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http')) origins.add(origin);
  });
  await page.goto(`${demo}?${period}`);
  await expect(page.locator('.plot canvas')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect([...origins].sort()).toEqual([new URL(demo).origin, new URL(mock.url).origin].sort());
});

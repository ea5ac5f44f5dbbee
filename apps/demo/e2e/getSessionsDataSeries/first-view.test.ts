import { expect, test } from '../demo.ts';

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

declare global {
  /** In which turn each part of the page appeared. */
  var turns: Record<string, number>;
}

test('the page requests its series before it renders the query, then renders the chart, its figures and the table in separate tasks', async ({
  page,
  demo,
}) => {
  await page.addInitScript(() => {
    const parts = {
      frame: 'main',
      fields: '.fields',
      chart: '.plot canvas',
      figures: '[data-figure=total]:not(:has(span))',
      table: 'section.scroll tbody tr',
    };
    globalThis.turns = {};
    let turn = 0;
    const note = (part: string) => {
      globalThis.turns[part] ??= turn;
      // Whatever the page schedules from now on comes after this.
      setTimeout(() => {
        turn += 1;
      });
    };
    const send = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      if (input instanceof Request && input.url.includes('data_series')) {
        note('request');
        // The API responds after the chart's code has arrived.
        const file = document.querySelector('link[rel=modulepreload][href*=chart]')?.getAttribute('href');
        await import(new URL(file ?? '', location.href).href);
        await new Promise((resolve) => setTimeout(resolve));
      }
      return send(input, init);
    };
    new MutationObserver(() => {
      for (const [part, selector] of Object.entries(parts))
        if (!(part in globalThis.turns) && document.querySelector(selector)) note(part);
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${demo}?${period}`);
  await expect(page.locator('section.scroll tbody tr').first()).toBeVisible();
  await expect(page.locator('.fields')).toBeVisible();
  const {
    request = 0,
    frame = 0,
    fields,
    chart = 0,
    figures = 0,
    table,
  } = await page.evaluate(() => globalThis.turns);
  expect(request).toBeGreaterThan(frame);
  expect(fields).toBeGreaterThan(request);
  expect(chart).toBeGreaterThan(request);
  expect(figures).toBeGreaterThan(chart);
  expect(table).toBeGreaterThan(figures);
});

import { type RunningMock, startMock } from '@session-series/mock';
import { expect, show, startDemo, test } from '../demo.ts';

/** A Saturday afternoon, for the mock's clock and for the page's. */
const now = '2026-01-31T15:20:00Z';

test('while a day is in progress, it is compared with the same hours of an earlier day, and the page says so', async ({
  page,
}) => {
  const mock = await startMock({ port: 0, now });
  const demo = await startDemo(['--mock-url', mock.url]);
  await page.clock.setFixedTime(now);
  const [today, fully, sameDay, sameFully] = [
    await sum(mock, 'length=15&unit=hour&ending_at=2026-01-31T14:59:59Z'),
    await sum(mock, 'length=6&ending_at=2026-01-30T23:59:59Z'),
    await sum(mock, 'length=15&unit=hour&ending_at=2026-01-24T14:59:59Z'),
    await sum(mock, 'length=6&ending_at=2026-01-23T23:59:59Z'),
  ];
  const before = sameDay + sameFully;
  for (const { language, locale, note, stillInProgress, endToCome, allToCome, row, toCome } of [
    {
      language: 'en',
      locale: 'en-GB',
      note: (value: string) => `${value} at the same point of the previous period`,
      stillInProgress: 'The last day is in progress.',
      endToCome: 'The end of this period is in the future.',
      allToCome: 'This period has not begun yet.',
      row: /31 Jan 2026 · in progress$/,
      toCome: /1 Feb 2026 · upcoming$/,
    },
    {
      language: 'fr',
      locale: 'fr-FR',
      note: (value: string) => `${value} au même stade de la période précédente`,
      stillInProgress: 'Le dernier jour est en cours.',
      endToCome: 'La fin de cette période est à venir.',
      allToCome: 'Cette période n’a pas encore commencé.',
      row: /31 janv\. 2026 · en cours$/,
      toCome: /1 févr\. 2026 · à venir$/,
    },
  ]) {
    await page.goto(`${demo.url}?period=7d&zone=UTC&lang=${language}`);
    await expect(page.locator('[data-note=change]')).toHaveText(note(before.toLocaleString(locale)));
    const change = new Intl.NumberFormat(locale, {
      style: 'percent',
      signDisplay: 'exceptZero',
      maximumFractionDigits: 1,
    }).format((today + fully - before) / before);
    await expect(page.locator('[data-figure=change]')).toHaveText(
      `${today + fully > before ? '▲' : '▼'}${change.replace('-', '−')}`,
    );
    await expect(page.getByText(stillInProgress)).toBeVisible();
    const last = page.locator('section.scroll tbody tr').last().locator('td');
    await expect(last.first()).toHaveText(row);
    await expect(last.last()).toHaveText('–');

    await show(page, demo.url, `?length=2&ending_at=2026-02-01T23:59:59Z&lang=${language}`);
    await expect(page.locator('section.scroll tbody td:first-child')).toHaveText([row, toCome]);
    await expect(page.getByText(endToCome)).toBeVisible();
    await expect(page.getByText(stillInProgress)).toHaveCount(0);

    await show(page, demo.url, `?length=1&ending_at=2026-02-01T23:59:59Z&lang=${language}`);
    await expect(page.locator('section.scroll tbody td:first-child')).toHaveText([toCome]);
    await expect(page.getByText(allToCome)).toBeVisible();
  }
  await demo.stop();
  await mock.close();
});

test('an open page refreshes the unit that is in progress', async ({ page, demo }) => {
  await page.clock.install();
  await page.goto(`${demo}?lang=en&period=7d`);
  await page.clock.runFor(1000);
  await expect(page.locator('[data-figure=total]')).toHaveText(/\d/);
  const asked = page.waitForRequest(/data_series/);
  await page.clock.runFor('06:00');
  await asked;
});

async function sum(mock: RunningMock, query: string): Promise<number> {
  const response = await fetch(`${mock.url}/sessions/data_series?${query}`, {
    headers: { authorization: 'Bearer any' },
  });
  const { data }: { data: { sessions: number }[] } = await response.json();
  return data.reduce((all, { sessions }) => all + sessions, 0);
}

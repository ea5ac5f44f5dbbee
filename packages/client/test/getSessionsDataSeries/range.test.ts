import { createMockFetch } from '@session-series/mock/browser';
import { describe, expect, test } from 'vitest';
import { type Client, createClient } from '../../src/index.ts';
import {
  collectRange,
  collectRanges,
  countCalls,
  type RangePage,
  type RangeProgress,
  range,
  rangePages,
  type SessionsPoint,
} from '../../src/range/range.ts';

const hour = 3_600_000;

function mockClient(): { client: Client; requests: URL[]; most: () => number } {
  const answer = createMockFetch({ now: new Date('2026-06-30T12:00:00Z') });
  const requests: URL[] = [];
  let [open, most] = [0, 0];
  const client = createClient({
    baseUrl: 'http://127.0.0.1:1',
    apiKey: 'any',
    fetch: async (url, init) => {
      requests.push(new URL(url));
      most = Math.max(most, ++open);
      try {
        return await answer(url, init);
      } finally {
        open--;
      }
    },
  });
  return { client, requests, most: () => most };
}

describe('a range', () => {
  const threeYears = { from: '2023-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z', unit: 'hour' } as const;

  test('a range of three years by the hour has every point of the series, once and in order', async () => {
    const { client, requests, most } = mockClient();
    const points = await collectRange(client, threeYears);
    expect(requests).toHaveLength(Math.ceil(((3 * 365 + 1) * 24) / 100));
    expect(most()).toBe(4);

    // The same series, split differently and requested one by one.
    const reference: SessionsPoint[] = [];
    for (
      let end = Date.parse(threeYears.from) + 72 * hour;
      reference.length < points.length;
      end += 72 * hour
    ) {
      const ending_at = new Date(end - 1000);
      reference.push(...(await client.getSessionsDataSeries({ length: 72, unit: 'hour', ending_at })).data);
    }
    expect(points).toEqual(reference.slice(0, points.length));
    expect(points).toHaveLength((3 * 365 + 1) * 24);
  });

  test('a range by the day has the same total as by the hour, even when clocks change', async () => {
    const { client } = mockClient();
    const span = {
      from: '2025-03-01T00:00:00+01:00',
      to: '2025-11-01T00:00:00+01:00',
      timeZone: 'Europe/Paris',
    };
    const sum = (points: SessionsPoint[]) => points.reduce((total, { sessions }) => total + sessions, 0);
    const days = await collectRange(client, span);
    expect(new Set(days.map(({ time }) => time)).size).toBe(245);
    expect(days).toHaveLength(245);
    expect(sum(days)).toBe(sum(await collectRange(client, { ...span, unit: 'hour' })));
  });

  test('a range reports its progress, and continues from there after an interruption', async () => {
    const { client, requests } = mockClient();
    const query = { from: '2025-01-01T00:00:00Z', to: '2025-12-31T00:00:00Z' };
    const whole = await collectRange(client, query);
    requests.length = 0;

    const part: SessionsPoint[] = [];
    let last: RangeProgress | undefined;
    for await (const point of range(client, query, {
      onProgress: (progress) => (last = progress),
      concurrency: 1,
    })) {
      if (last?.done === 2) break;
      part.push(point);
    }
    expect(last).toMatchObject({ done: 2, total: 4 });
    expect(requests).toHaveLength(3);
    const rest = await collectRange(client, { ...query, from: last?.next ?? '' });
    expect([...part, ...rest]).toEqual(whole);
  });

  test('the pages of a range have one call each, and end where the next one begins', async () => {
    const { client, requests } = mockClient();
    const query = { from: '2025-01-01T00:00:00Z', to: '2025-02-01T00:00:00Z', unit: 'hour' } as const;
    const pages: RangePage[] = [];
    for await (const page of rangePages(client, query)) pages.push(page);
    expect(requests).toHaveLength(countCalls(query));
    expect(pages.map(({ points }) => points.length)).toEqual([100, 100, 100, 100, 100, 100, 100, 44]);
    const starts = [...pages.slice(1).map(({ points }) => points[0]?.time), query.to];
    expect(pages.map(({ next }) => next.toISOString().replace('.000', ''))).toEqual(starts);
    expect(pages.flatMap(({ points }) => points)).toEqual(await collectRange(client, query));
  });

  test('an aborted range stops with the signal’s reason', async () => {
    const { client } = mockClient();
    const controller = new AbortController();
    const reason = new Error('enough');
    const onProgress = () => controller.abort(reason);
    await expect(
      collectRange(
        client,
        { from: '2025-01-01', to: '2025-12-31' },
        { signal: controller.signal, onProgress },
      ),
    ).rejects.toBe(reason);
  });

  test('a range refuses an end before the start, and invalid instants', async () => {
    const { client } = mockClient();
    await expect(collectRange(client, { from: '2025-01-02', to: '2025-01-01' })).rejects.toThrow(
      /before from/,
    );
    await expect(collectRange(client, { from: 'hier', to: '2025-01-01' })).rejects.toThrow(
      /from: "hier" is not an instant/,
    );
  });
});

test('several ranges share one limit of calls', async () => {
  const { client, most } = mockClient();
  const queries = ['app-ios', 'app-android', 'app-web'].map((app_id) => ({
    from: '2025-01-01',
    to: '2025-12-31',
    app_id,
  }));
  const series = await collectRanges(client, queries, { concurrency: 2 });
  expect(most()).toBe(2);
  expect(series.map((points) => points.length)).toEqual([364, 364, 364]);
  const [ios] = await Promise.all([collectRange(client, queries[0] ?? { from: '', to: '' })]);
  expect(series[0]).toEqual(ios);
});

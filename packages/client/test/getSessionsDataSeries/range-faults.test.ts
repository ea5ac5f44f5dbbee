import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClient } from '../../src/index.ts';
import { collectRange } from '../../src/range/range.ts';
import { randomFrom } from './unreliable-server.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-01-05T00:00:00Z') }));
afterEach(() => void vi.useRealTimers());

const faults = [
  () => Response.json({ message: 'No' }, { status: 503 }),
  () => Response.json({ message: 'No' }, { status: 429, headers: { 'retry-after': '2' } }),
  () => new Response('{"message": "succ'),
  () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
  () => Promise.reject(new TypeError('fetch failed')),
];

test('10 ranges of 5 years by the hour lose no point under faults in a fifth of the responses', async () => {
  const random = randomFrom(14);
  const client = createClient({
    baseUrl: 'http://127.0.0.1:1',
    apiKey: 'any',
    fetch: async (url) => {
      const fault = random() < 0.2 ? faults[Math.floor(random() * faults.length)] : undefined;
      if (fault) return fault();
      const query = new URL(url).searchParams;
      const [length, end] = [Number(query.get('length')), Date.parse(query.get('ending_at') ?? '') + 1000];
      const data = Array.from({ length }, (_, index) => ({
        time: `${new Date(end - (length - index) * 3_600_000).toISOString().slice(0, 19)}Z`,
        sessions: 1,
      }));
      return Response.json({ message: 'success', data });
    },
  });
  const query = { from: '2021-01-01', to: '2026-01-01', unit: 'hour' } as const;
  // In sequence, so that only the points of one range are in memory.
  for (let count = 0; count < 10; count++) {
    const points = collectRange(client, query, { concurrency: 50 }).then(({ length }) => length);
    const settled = points.catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    expect(await settled).toBe(43_824);
  }
});

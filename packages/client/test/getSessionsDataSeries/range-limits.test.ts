import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createClient, ServerError } from '../../src/index.ts';
import { collectRange, type RangeProgress, range, type SessionsPoint } from '../../src/range/range.ts';

/** A client that gets all requested points, and its requests. */
function clientOf({ failsAt = Number.POSITIVE_INFINITY } = {}) {
  const asked: string[] = [];
  const aborted: string[] = [];
  const client = createClient({
    baseUrl: 'http://127.0.0.1:1',
    apiKey: 'any',
    maxRetries: 0,
    fetch: async (url, { signal }) => {
      const { searchParams } = new URL(url);
      const end = Date.parse(searchParams.get('ending_at') ?? '') + 1000;
      asked.push(url);
      signal.addEventListener('abort', () => aborted.push(url));
      if (asked.length > failsAt) await new Promise((_, reject) => signal.addEventListener('abort', reject));
      if (asked.length === failsAt) return Response.json({ message: 'No.' }, { status: 500 });
      const length = Number(searchParams.get('length'));
      const data = Array.from({ length }, (_, index) => ({
        time: new Date(end - (length - index) * 3_600_000).toISOString(),
        sessions: 1,
      }));
      return Response.json({ message: 'success', data });
    },
  });
  return { client, asked, aborted };
}

const thirtyYears = { from: '1996-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z', unit: 'hour' } as const;

test('a range of thirty years by the hour needs no more memory than one of three', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const used = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  const { client, asked } = clientOf();
  let [points, afterThree] = [0, 0];
  for await (const { sessions } of range(client, thirtyYears)) {
    points += sessions;
    asked.length = 0;
    if (points === 3 * 8_760) afterThree = used();
  }
  expect(points).toBe(262_992);
  // The points alone would take tens of mebibytes.
  expect(used() - afterThree).toBeLessThan(4);
});

test('a range requests nothing until points are read, and then no more than concurrency ahead', async () => {
  const { client, asked } = clientOf();
  const points = range(client, thirtyYears, { concurrency: 3 });
  expect(asked).toHaveLength(0);
  for (let taken = 0; taken < 100; taken++) await points.next();
  expect(asked).toHaveLength(3);
  await points.next();
  expect(asked).toHaveLength(4);
  await points.return(undefined);
});

test('an aborted range continues where it stopped, with every point once', async () => {
  const { client } = clientOf();
  const query = { ...thirtyYears, from: '2025-06-01T05:30:00Z' };
  const controller = new AbortController();
  const points: SessionsPoint[] = [];
  let window: SessionsPoint[] = [];
  let last: RangeProgress | undefined;
  const onProgress = (progress: RangeProgress) => {
    points.push(...window.splice(0));
    last = progress;
    if (progress.done === 7) controller.abort(new Error('enough'));
  };
  const options = { signal: controller.signal, onProgress };
  const reading = (async () => {
    for await (const point of range(client, query, options)) window.push(point);
  })();
  await expect(reading).rejects.toThrow('enough');
  expect(last).toMatchObject({ done: 7, total: 52 });
  window = await collectRange(client, { ...query, from: last?.next ?? '' });
  expect([...points, ...window]).toEqual(await collectRange(client, query));
});

test('the first failure ends a range and aborts its calls in progress', async () => {
  const { client, asked, aborted } = clientOf({ failsAt: 3 });
  await expect(collectRange(client, thirtyYears)).rejects.toThrow(ServerError);
  expect(asked.length).toBeLessThanOrEqual(6);
  expect(aborted).toEqual(expect.arrayContaining(asked.slice(3)));
});

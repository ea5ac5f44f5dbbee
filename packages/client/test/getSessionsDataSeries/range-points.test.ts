import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { createClient, InvalidResponseError } from '../../src/index.ts';
import { collectRange, type SessionsPoint } from '../../src/range/range.ts';
import { clientOf } from './counting-server.ts';

const week = { from: '2026-01-01', to: '2026-01-08' };

test('a time without an offset is read at the requested offset', async () => {
  const bare = (points: SessionsPoint[]) =>
    points.map(({ time, sessions }) => ({ time: time.slice(0, 19), sessions }));
  const range = { from: '2026-07-01', to: '2026-07-02', timeZone: 'Asia/Kolkata', unit: 'hour' } as const;
  expect(await clientOf(bare).collect(range)).toEqual(await clientOf().collect(range));
});

test('points come once and in ascending order, whatever the order of the response', async () => {
  const shuffled = (points: SessionsPoint[]) => [...points.toReversed(), ...points.slice(0, 2)];
  expect(await clientOf(shuffled).collect(week)).toEqual(await clientOf().collect(week));
});

test('two different counts for one day are refused', async () => {
  const contradicting = (points: SessionsPoint[]) => [...points, { time: '2026-01-03', sessions: 7 }];
  const call = clientOf(contradicting).collect(week);
  await expect(call).rejects.toThrow(InvalidResponseError);
  await expect(call).rejects.toThrow('data has two different counts for 2026-01-03');
});

test.for(['2025-12-31', '2026-01-08', '2026-01-03T00:00:00Z?'])(
  'a point that was not requested is refused: %s',
  async (time) => {
    const more = (points: SessionsPoint[]) => [...points, { time, sessions: 7 }];
    await expect(clientOf(more).collect(week)).rejects.toThrow(/data\[7\]|contract: body\/data/);
  },
);

test('the error for a point that was not requested does not show a key that a header repeats', async () => {
  const client = createClient({
    baseUrl: 'http://127.0.0.1:1',
    apiKey: 'canary-key',
    fetch: async () =>
      Response.json(
        { message: 'success', data: [{ time: '2020-01-01', sessions: 1 }] },
        { headers: { 'x-key': 'canary-key' } },
      ),
  });
  const error = await collectRange(client, week).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InvalidResponseError);
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('canary-key');
});

test('a gap is left out, or filled with 0 on request', async () => {
  const gappy = (points: SessionsPoint[]) => points.filter(({ time }) => time !== '2026-01-03');
  const { collect } = clientOf(gappy);
  expect(await collect(week)).toHaveLength(6);
  const filled = await collect(week, { fillGaps: true });
  expect(filled[2]).toEqual({ time: '2026-01-03', sessions: 0 });
  expect(filled).toHaveLength(7);
});

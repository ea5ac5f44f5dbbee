import { createClient } from '../../src/index.ts';
import {
  collectRange,
  type RangeOptions,
  type RangeQuery,
  type SessionsPoint,
} from '../../src/range/range.ts';

const [hour, day] = [3_600_000, 24 * 3_600_000];

/** A client of a server that counts one session per hour, and changes a series as the test requires. */
export function clientOf(change: (points: SessionsPoint[]) => SessionsPoint[] = (points) => points) {
  const lengths: number[] = [];
  const client = createClient({
    baseUrl: 'http://127.0.0.1:1',
    apiKey: 'any',
    maxRetries: 0,
    fetch: async (url) => {
      const query = new URL(url).searchParams;
      const [length, unit, end = ''] = [
        Number(query.get('length')),
        query.get('unit'),
        query.get('ending_at') ?? '',
      ];
      lengths.push(length);
      const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(end) ?? [];
      const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
      const size = unit === 'day' ? day : hour;
      const last = Math.floor((Date.parse(end) + offset) / size);
      const data = Array.from({ length }, (_, index) => {
        const wall = new Date((last - length + 1 + index) * size).toISOString();
        const suffix = end.endsWith('Z') ? 'Z' : end.slice(-6);
        return unit === 'day'
          ? { time: wall.slice(0, 10), sessions: 24 }
          : { time: `${wall.slice(0, 19)}${suffix}`, sessions: 1 };
      });
      return Response.json({ message: 'success', data: change(data) });
    },
  });
  return {
    lengths,
    collect: (query: RangeQuery, options?: RangeOptions) => collectRange(client, query, options),
  };
}

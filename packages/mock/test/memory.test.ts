import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { Mock } from '../src/mock.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

test('memory stays flat, whatever is asked: every request has an app, a day or a mistake of its own', async () => {
  const mock = new Mock({ rateLimit: 1_000_000_000 });
  const megabytesAfter = async (from: number, to: number) => {
    for (let index = from; index < to; index += 1) {
      const ending_at = new Date(Date.UTC(2020, 0, 1 + (index % 5000))).toISOString();
      const query = `length=${1 + (index % 100)}&app_id=app-${index}&ending_at=${ending_at}`;
      await mock.handle({
        method: 'GET',
        path: '/sessions/data_series',
        query: index % 3 === 0 ? `${query}&name-${index}=x` : query,
        headers: { authorization: 'Bearer any-key' },
        hasBody: false,
      });
    }
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 1e6;
  };
  const early = await megabytesAfter(0, 5_000);
  const late = await megabytesAfter(5_000, 20_000);
  // A request that were kept would take a hundred bytes at least, and a day of a series half a kilobyte.
  expect(late - early).toBeLessThan(10);
});

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createMock } from '../../src/browser.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const day = (index: number) => new Date(Date.UTC(2020, 0, 1 + (index % 5000))).toISOString();
const question = (index: number) => `length=${1 + (index % 100)}&app_id=app-${index}&ending_at=${day(index)}`;

test.for([
  ['has another app and another day', 8_000, question],
  ['has another mistake', 8_000, (index: number) => `${question(index)}&name-${index}=x`],
  ['is 50 kB long', 2_000, (index: number) => `length=1&app_id=${index}-${'a'.repeat(50_000)}`],
] as const)('memory stays flat if every request %s', async ([, count, query]) => {
  const mock = createMock({ rateLimit: 1_000_000_000 });
  const megabytesAfter = async (from: number, to: number) => {
    for (let index = from; index < to; index += 1) {
      await mock.handle({
        method: 'GET',
        path: '/sessions/data_series',
        query: query(index),
        headers: { authorization: 'Bearer any-key' },
      });
    }
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 1e6;
  };
  const early = await megabytesAfter(0, count / 4);
  const late = await megabytesAfter(count / 4, count);
  // By then, the log of 1,000 requests and the caches of days and streams are full, or nearly so.
  expect(late - early).toBeLessThan(10);
});

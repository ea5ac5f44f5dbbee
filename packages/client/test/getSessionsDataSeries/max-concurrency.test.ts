import { expect, test } from 'vitest';
import { createClient } from '../../src/index.ts';
import { clientThatGets, never, onFakeClock, outcome, success } from '../fake-clock.ts';

onFakeClock();

const base = { baseUrl: 'http://127.0.0.1:1', apiKey: 'any' };
const query = { length: 1 };

test('maxConcurrency queues further calls, and an aborted call leaves the queue', async () => {
  const { client, at } = clientThatGets(never);
  const busy = client.with({ maxConcurrency: 1, maxRetries: 0 });
  const first = busy.getSessionsDataSeries(query, { timeout: 1_000 });
  const controller = new AbortController();
  const second = busy.getSessionsDataSeries(query, { signal: controller.signal });
  const third = busy.getSessionsDataSeries(query, { timeout: 1_000 });
  controller.abort(new Error('enough'));
  const settled = Promise.allSettled([first, second, third]);
  await outcome(settled);
  expect(await settled).toMatchObject([
    { reason: { name: 'TimeoutError' } },
    { reason: { message: 'enough' } },
    { reason: { name: 'TimeoutError' } },
  ]);
  // The third call starts when the first is done; the second one never does.
  expect(at).toEqual([0, 1_000]);
});

test('maxConcurrency is 64 by default', async () => {
  let open = 0;
  let most = 0;
  const client = createClient({
    ...base,
    fetch: async () => {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setTimeout(resolve, 10));
      open--;
      return success();
    },
  });
  await outcome(Promise.all(Array.from({ length: 300 }, () => client.getSessionsDataSeries(query))));
  expect(most).toBe(64);
});

test('the time in the queue counts towards totalTimeout, with 0 attempts', async () => {
  const { client } = clientThatGets(never);
  const busy = client.with({ maxConcurrency: 1, maxRetries: 0 });
  const first = outcome(busy.getSessionsDataSeries(query, { timeout: 9_000 }));
  const second = busy.getSessionsDataSeries(query, { totalTimeout: 500 });
  await expect(outcome(second)).resolves.toMatchObject({ name: 'TimeoutError', attempts: 0 });
  await first;
});

test('a derived client shares maxConcurrency with its origin', async () => {
  let open = 0;
  let most = 0;
  const client = createClient({
    ...base,
    maxConcurrency: 2,
    fetch: async () => {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setTimeout(resolve, 10));
      open--;
      return success();
    },
  });
  const derived = client.with({ maxRetries: 1 });
  const calls = [client, derived, client, derived].map((each) => each.getSessionsDataSeries(query));
  await outcome(Promise.all(calls));
  expect(most).toBe(2);
});

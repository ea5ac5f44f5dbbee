import { expect, test, vi } from 'vitest';
import { createThrottle } from '../src/throttle.ts';
import { callAny, name, target } from './any-call.ts';
import { clientThatGets, now, onFakeClock, outcome, success } from './fake-clock.ts';

onFakeClock();

const limited = (remaining: number, seconds: number, limit = 250_000, headers = {}) =>
  success({
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(now / 1000 + seconds),
    ...headers,
  });

/** A client with a throttle that gets these responses in turn, and the times of its requests. */
function throttledThatGets(...answers: Parameters<typeof clientThatGets>) {
  const { client, at } = clientThatGets(...answers);
  return { client: client.with({ throttle: createThrottle() }), at };
}

test('requests are spread over the rest of the window when less than a hundredth of the limit is left', async () => {
  const { client, at } = throttledThatGets(() => limited(9, 100, 1_000));
  for (let call = 0; call < 3; call++) await outcome(callAny(client));
  expect(at).toEqual([0, 10_000, 19_000]);
});

test('a delay longer than maxRetryDelay is skipped: the request is sent, and the server decides', async () => {
  const { client, at } = throttledThatGets(() => limited(20, 3_600));
  await outcome(callAny(client));
  expect(await outcome(callAny(client))).toMatchObject({ message: 'success' });
  expect(at).toEqual([0, 0]);
});

test('a delay that does not fit into totalTimeout is skipped', async () => {
  const { client, at } = throttledThatGets(() => limited(0, 50));
  await outcome(callAny(client));
  await outcome(callAny(client, { totalTimeout: 10_000 }));
  expect(at).toEqual([0, 0]);
});

test('no request waits beyond the reset, however many there are', async () => {
  const { client, at } = throttledThatGets(() => limited(0, 3, 1_000));
  await outcome(callAny(client));
  const calls = Array.from({ length: 5 }, () => callAny(client));
  await outcome(Promise.all(calls));
  expect(at.slice(1)).toEqual([3_000, 3_000, 3_000, 3_000, 3_000]);
});

test('requests that have no response yet count as used', async () => {
  const { client, at } = throttledThatGets(() => limited(3, 10, 50));
  await outcome(callAny(client));
  await outcome(Promise.all(Array.from({ length: 5 }, () => callAny(client))));
  expect(at.slice(1)).toEqual([0, 0, 0, 10_000, 10_000]);
});

test('if responses arrive out of order, the lowest remaining count is used', async () => {
  const remaining = [1, 0, 7];
  const { client, at } = throttledThatGets(() => limited(remaining.shift() ?? 50, 10, 50));
  await outcome(Promise.all([1, 2, 3].map(() => callAny(client))));
  await outcome(callAny(client));
  expect(at).toEqual([0, 0, 0, 10_000]);
});

test('a client without a throttle sends every request at once', async () => {
  const { client, at } = clientThatGets(() => limited(1, 30, 1_000));
  await outcome(callAny(client));
  await outcome(callAny(client));
  expect(at).toEqual([0, 0]);
});

test('the hook onWait is called before a wait, with its length and the rate limit', async () => {
  const waits: unknown[] = [];
  const { client } = throttledThatGets(() => limited(9, 100, 1_000));
  const heard = client.with({ onWait: (event) => void waits.push(event) });
  await outcome(callAny(heard));
  await outcome(callAny(heard));
  expect(waits).toEqual([
    {
      operation: name,
      method: 'GET',
      url: `http://127.0.0.1:1${target}`,
      delay: 10_000,
      rateLimit: { limit: 1_000, remaining: 9, reset: new Date(now + 100_000) },
    },
  ]);
});

test('clients that share a throttle count together if their target and key are the same', async () => {
  const throttle = createThrottle();
  const { client: first, at } = clientThatGets(() => limited(9, 100, 1_000));
  const client = first.with({ throttle });
  await outcome(callAny(client));
  await outcome(callAny(client.with({ apiKey: 'other' })));
  await outcome(callAny(client.with({ baseUrl: 'http://127.0.0.1:2' })));
  await outcome(callAny(first.with({ throttle, timeout: 5_000 })));
  expect(at).toEqual([0, 0, 0, 10_000]);
});

test.for([-7, 7])(
  'a clock that is %d minutes off does not change the delays, thanks to the Date header',
  async (minutes) => {
    const date = new Date(now + minutes * 60_000);
    const { client, at } = throttledThatGets(
      () => limited(9, 100 + minutes * 60, 1_000, { date: date.toUTCString() }),
      () => success(),
    );
    await outcome(callAny(client));
    await outcome(callAny(client));
    expect(at).toEqual([0, 10_000]);
  },
);

test('a 429 is retried at its reset by the server’s clock', async () => {
  const hourAhead = now / 1000 + 3_600;
  const refused = () =>
    Response.json(
      { message: 'Slow down' },
      {
        status: 429,
        headers: {
          date: new Date(hourAhead * 1000).toUTCString(),
          'x-ratelimit-limit': '5',
          'x-ratelimit-remaining': '1',
          'x-ratelimit-reset': String(hourAhead + 20),
        },
      },
    );
  vi.spyOn(Math, 'random').mockReturnValueOnce(0);
  const { client, at } = throttledThatGets(refused, () => success());
  await outcome(callAny(client));
  expect(at).toEqual([0, 20_000]);
});

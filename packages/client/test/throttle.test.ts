import { expect, test, vi } from 'vitest';
import { createClient } from '../src/index.ts';
import { clientThatGets, now, onFakeClock, outcome, success } from './fake-clock.ts';

onFakeClock();

const limited = (remaining: number, seconds: number, limit = 250_000, headers = {}) =>
  success({
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(now / 1000 + seconds),
    ...headers,
  });
const query = { length: 1 };

test('requests are spread over the rest of the window when less than a hundredth of the limit is left', async () => {
  const { client, at } = clientThatGets(() => limited(9, 100, 1_000));
  for (let call = 0; call < 3; call++) await outcome(client.getSessionsDataSeries(query));
  expect(at).toEqual([0, 10_000, 19_000]);
});

test('a delay longer than maxRetryDelay is skipped: the request is sent, and the server decides', async () => {
  const { client, at } = clientThatGets(() => limited(20, 3_600));
  await outcome(client.getSessionsDataSeries(query));
  expect(await outcome(client.getSessionsDataSeries(query))).toMatchObject({ message: 'success' });
  expect(at).toEqual([0, 0]);
});

test('a delay that does not fit into totalTimeout is skipped', async () => {
  const { client, at } = clientThatGets(() => limited(0, 50));
  await outcome(client.getSessionsDataSeries(query));
  await outcome(client.getSessionsDataSeries(query, { totalTimeout: 10_000 }));
  expect(at).toEqual([0, 0]);
});

test('no request waits beyond the reset, however many there are', async () => {
  const { client, at } = clientThatGets(() => limited(0, 3, 1_000));
  await outcome(client.getSessionsDataSeries(query));
  const calls = Array.from({ length: 5 }, () => client.getSessionsDataSeries(query));
  await outcome(Promise.all(calls));
  expect(at.slice(1)).toEqual([3_000, 3_000, 3_000, 3_000, 3_000]);
});

test('requests that have no response yet count as used', async () => {
  const { client, at } = clientThatGets(() => limited(3, 10, 50));
  await outcome(client.getSessionsDataSeries(query));
  await outcome(Promise.all(Array.from({ length: 5 }, () => client.getSessionsDataSeries(query))));
  expect(at.slice(1)).toEqual([0, 0, 0, 10_000, 10_000]);
});

test('if responses arrive out of order, the lowest remaining count is used', async () => {
  const remaining = [1, 0, 7];
  const { client, at } = clientThatGets(() => limited(remaining.shift() ?? 50, 10, 50));
  await outcome(Promise.all([1, 2, 3].map(() => client.getSessionsDataSeries(query))));
  await outcome(client.getSessionsDataSeries(query));
  expect(at).toEqual([0, 0, 0, 10_000]);
});

test('the logger is called with the reason why a request waits', async () => {
  const messages: string[] = [];
  const client = createClient({
    baseUrl: 'http://127.0.0.1:1',
    apiKey: 'any',
    logger: { warn: (message) => messages.push(message) },
    fetch: async () => limited(1_234, 5_000, 250_000),
  });
  await outcome(client.getSessionsDataSeries(query));
  await outcome(client.getSessionsDataSeries(query));
  expect(messages).toEqual([
    'GET http://127.0.0.1:1/sessions/data_series?length=1: 1,234 of 250,000 requests left until the rate limit resets; sending in 4.05 s',
  ]);
});

test('a client with throttle: false sends every request at once', async () => {
  const { client, at } = clientThatGets(() => limited(1, 30, 1_000));
  const unthrottled = client.with({ throttle: false });
  await outcome(unthrottled.getSessionsDataSeries(query));
  await outcome(unthrottled.getSessionsDataSeries(query));
  expect(at).toEqual([0, 0]);
});

test.for([-7, 7])(
  'a clock that is %d minutes off does not change the delays, thanks to the Date header',
  async (minutes) => {
    const date = new Date(now + minutes * 60_000);
    const { client, at } = clientThatGets(
      () => limited(9, 100 + minutes * 60, 1_000, { date: date.toUTCString() }),
      () => success(),
    );
    await outcome(client.getSessionsDataSeries(query));
    await outcome(client.getSessionsDataSeries(query));
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
  const { client, at } = clientThatGets(refused, () => success());
  await outcome(client.getSessionsDataSeries(query));
  expect(at).toEqual([0, 20_000]);
});

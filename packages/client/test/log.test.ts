import { expect, test, vi } from 'vitest';
import { createClient } from '../src/index.ts';
import { logHooks } from '../src/log.ts';
import { createThrottle } from '../src/throttle.ts';
import { callAny, target } from './any-call.ts';
import { failure, now, onFakeClock, outcome, success } from './fake-clock.ts';

onFakeClock();

const base = { baseUrl: 'http://127.0.0.1:1', apiKey: 'canary-key' };

test('a logger receives each retry, without the key', async () => {
  const heard: string[] = [];
  let requests = 0;
  vi.spyOn(Math, 'random').mockReturnValueOnce(0);
  const client = createClient({
    ...base,
    ...logHooks({ warn: (message) => heard.push(message) }),
    fetch: async () => (++requests === 1 ? failure(503, { 'retry-after': '2' }) : success()),
  });
  await outcome(callAny(client));
  expect(heard).toEqual([`GET http://127.0.0.1:1${target}: 503 No.; retrying in 2 s (attempt 2 of 4)`]);
});

test('a logger receives the reason why a request waits', async () => {
  const messages: string[] = [];
  const headers = {
    'x-ratelimit-limit': '250000',
    'x-ratelimit-remaining': '1234',
    'x-ratelimit-reset': String(now / 1000 + 5_000),
  };
  const client = createClient({
    ...base,
    ...logHooks({ warn: (message) => messages.push(message) }),
    throttle: createThrottle(),
    fetch: async () => success(headers),
  });
  await outcome(callAny(client));
  await outcome(callAny(client));
  expect(messages).toEqual([
    `GET http://127.0.0.1:1${target}: 1,234 of 250,000 requests left until the rate limit resets; sending in 4.05 s`,
  ]);
});

test.for([
  [
    'throws',
    () => {
      throw new Error('disk full');
    },
  ],
  ['rejects', async () => Promise.reject(new Error('disk full'))],
] as const)('a logger that %s ends neither the call nor the process', async ([_, broken]) => {
  let requests = 0;
  const client = createClient({
    ...base,
    ...logHooks({ warn: broken, debug: broken }, 'debug'),
    fetch: async () => (++requests === 1 ? failure(503) : success()),
  });
  expect(await outcome(callAny(client))).toMatchObject({ message: 'success' });
});

test('the level debug logs every request, and the level warn does not', async () => {
  const lines: string[] = [];
  const logger = { warn: () => {}, debug: (line: string) => void lines.push(line) };
  const get = (level: 'debug' | 'warn') =>
    callAny(createClient({ ...base, ...logHooks(logger, level), fetch: async () => success() }));
  await get('debug');
  await get('warn');
  expect(lines).toEqual([`GET http://127.0.0.1:1${target}: 200 in 0 ms (attempt 1)`]);
});

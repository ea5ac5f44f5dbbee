import { expect, test, vi } from 'vitest';
import { createClient } from '../src/index.ts';
import { callAny, name } from './any-call.ts';
import { failure, onFakeClock, outcome, success } from './fake-clock.ts';

onFakeClock();

const base = { baseUrl: 'http://127.0.0.1:1', apiKey: 'any' };

test('hooks are called in order for each attempt, with its details', async () => {
  const events: unknown[] = [];
  let requests = 0;
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const client = createClient({
    ...base,
    onRequest: ({ operation, attempt }) => void events.push(`request ${attempt} of ${operation}`),
    onResponse: ({ attempt, status }) => void events.push(`response ${attempt}: ${status}`),
    onRetry: ({ attempt, delay, error }) =>
      void events.push(`${error.name}; attempt ${attempt} in ${delay} ms`),
    fetch: async () => (++requests === 1 ? failure(503) : success()),
  });
  await outcome(callAny(client));
  expect(events).toEqual([
    `request 1 of ${name}`,
    'response 1: 503',
    'ServerError; attempt 2 in 250 ms',
    `request 2 of ${name}`,
    'response 2: 200',
  ]);
});

test('the hook onRequest may change headers', async () => {
  const sent: Record<string, string>[] = [];
  const client = createClient({
    ...base,
    onRequest: async ({ headers }) => {
      headers['traceparent'] = '00-1';
    },
    fetch: async (_url, { headers }) => {
      sent.push(headers);
      return success();
    },
  });
  await callAny(client);
  expect(sent[0]).toMatchObject({ traceparent: '00-1', authorization: 'Bearer any' });
});

test('a header that onRequest writes in another case replaces the original', async () => {
  const sent: Record<string, string>[] = [];
  const client = createClient({
    ...base,
    onRequest: ({ headers }) => {
      Object.assign(headers, { Authorization: 'mine', Accept: 'text/plain' });
    },
    fetch: async (_url, { headers }) => {
      sent.push(headers);
      return success();
    },
  });
  await callAny(client);
  expect(sent[0]).toMatchObject({ accept: 'text/plain', authorization: 'Bearer any' });
  expect(Object.keys(sent[0] ?? {}).filter((name) => /[A-Z]/.test(name))).toEqual([]);
});

test('an invalid header written by onRequest ends the call without a retry', async () => {
  let attempts = 0;
  const client = createClient({
    ...base,
    onRequest: ({ headers }) => {
      attempts++;
      headers['a b'] = 'x';
    },
  });
  await expect(callAny(client)).rejects.toThrow(TypeError);
  expect(attempts).toBe(1);
});

test.for(['onRequest', 'onResponse', 'onRetry'] as const)(
  'an error thrown by %s ends the call without a retry',
  async (hook) => {
    const mistake = new Error('a mistake in the hook');
    let requests = 0;
    const client = createClient({
      ...base,
      [hook]: () => {
        throw mistake;
      },
      fetch: async () => {
        requests++;
        return failure(503);
      },
    });
    expect(await outcome(callAny(client))).toBe(mistake);
    expect(requests).toBe(hook === 'onRequest' ? 0 : 1);
  },
);

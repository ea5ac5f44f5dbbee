import { describe, expect, test } from 'vitest';
import { createMockFetch } from '../src/browser.ts';
import { FaultSyntaxError, startMock } from '../src/index.ts';
import { headers, target } from './contract.ts';

async function statuses(url: string, count: number): Promise<number[]> {
  const found: number[] = [];
  for (let index = 0; index < count; index += 1)
    found.push((await fetch(`${url}${target}`, { headers })).status);
  return found;
}

test('a sequence of faults applies step by step, then requests succeed; reset restarts it', async () => {
  await using mock = await startMock({ port: 0, faults: 'sequence=500|503|ok|429' });
  expect(await statuses(mock.url, 6)).toEqual([500, 503, 200, 429, 200, 200]);
  mock.reset();
  expect(await statuses(mock.url, 2)).toEqual([500, 503]);
});

test('a rate of faults is drawn from the seed: the same seed fails at the same requests', async () => {
  const draw = async (seed: number) => {
    await using mock = await startMock({ port: 0, seed, faults: 'status=503@0.3' });
    return await statuses(mock.url, 40);
  };
  const first = await draw(7);
  expect(await draw(7)).toEqual(first);
  expect(await draw(8)).not.toEqual(first);
  expect(first.filter((status) => status === 503).length).toBeGreaterThan(3);
  expect(first.filter((status) => status === 200).length).toBeGreaterThan(15);
});

test('a forced status has the body that the contract documents', async () => {
  await using mock = await startMock({ port: 0, faults: 'status=503' });
  const response = await fetch(`${mock.url}${target}`, { headers });
  expect(await response.json()).toEqual({ message: expect.any(String) });
});

test('a limit answers 429 after N requests until the window ends, with consistent headers', async () => {
  await using mock = await startMock({ port: 0, faults: 'limit=2/1s' });
  // A window begins on a full second: three requests may fall into two of them, so ask until one is refused.
  let refused: Response;
  do refused = await fetch(`${mock.url}${target}`, { headers });
  while (refused.status === 200);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('x-ratelimit-limit')).toBe('2');
  expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
  const reset = Number(refused.headers.get('x-ratelimit-reset'));
  let later: Response;
  do later = await fetch(`${mock.url}${target}`, { headers });
  while (later.status === 429);
  expect(later.status).toBe(200);
  expect(Date.now() / 1000).toBeGreaterThanOrEqual(reset);
  expect(later.headers.get('x-ratelimit-remaining')).toBe('1');
});

test('the rate limit counts errors too, and an option sets it', async () => {
  await using mock = await startMock({ port: 0, rateLimit: 3, rateLimitWindow: 86_400 });
  await fetch(`${mock.url}/nowhere`);
  await fetch(`${mock.url}${target}`);
  expect(await statuses(mock.url, 2)).toEqual([200, 429]);
});

describe('a faulty answer', () => {
  test.for(['reset', 'stall', 'truncate', 'invalid-json', 'html'] as const)(
    'the header X-Mock-Faults gives one request the fault %s, and no other',
    async (fault) => {
      await using mock = await startMock({ port: 0 });
      const faulty = { ...headers, 'X-Mock-Faults': fault };
      // Only a stall needs a limit: any other answer comes, however busy the machine is.
      const asked = fetch(`${mock.url}${target}`, {
        headers: faulty,
        signal: fault === 'stall' ? AbortSignal.timeout(300) : null,
      });
      const outcome = await asked.then(
        async (response) => ({ status: response.status, body: await response.text() }),
        (error: Error) => ({ status: 0, body: error.name }),
      );
      const expected = {
        reset: { status: 0, body: 'TypeError' },
        stall: { status: 0, body: 'TimeoutError' },
        truncate: { status: 200, body: expect.not.stringMatching(/\]\}$/) },
        'invalid-json': { status: 200, body: expect.stringMatching(/,\]$/) },
        html: { status: 502, body: expect.stringContaining('<!doctype html>') },
      };
      expect(outcome).toEqual(expected[fault]);
      // The next request is answered as usual.
      expect(await statuses(mock.url, 1)).toEqual([200]);
    },
  );

  test('in process, a reset rejects like fetch, and a stall ends when its signal is aborted', async () => {
    const mockFetch = createMockFetch({ faults: 'sequence=reset|stall' });
    const url = `https://mock.invalid${target}`;
    await expect(mockFetch(url, { headers })).rejects.toThrow(TypeError);
    await expect(mockFetch(url, { headers, signal: AbortSignal.timeout(5) })).rejects.toThrow('timeout');
  });
});

test('latency delays an answer by a time from the range', async () => {
  await using mock = await startMock({ port: 0, faults: 'latency=40..60' });
  const start = performance.now();
  expect(await statuses(mock.url, 1)).toEqual([200]);
  expect(performance.now() - start).toBeGreaterThanOrEqual(39);
});

test.for([
  ['latncy=5', 'Did you mean latency?'],
  ['latency=soon', 'milliseconds'],
  ['status=99', 'a status from 200 to 599'],
  ['status=503@2', 'a rate from 0 to 1'],
  ['status=503@', 'a rate from 0 to 1'],
  ['limit=many', 'limit=5/10s'],
  ['sequence=500|soon', 'a status from 200 to 599'],
] as const)('the fault directive %s is refused with a message', async ([text, words]) => {
  await expect(startMock({ port: 0, faults: text })).rejects.toThrow(FaultSyntaxError);
  await expect(startMock({ port: 0, faults: text })).rejects.toThrow(words);
});

import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { createMock, createMockFetch } from '../../src/browser.ts';
import { createLazyMockFetch } from '../../src/lazy.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.doUnmock('../../src/browser.ts');
});

const base = 'https://mock.invalid/sessions/data_series';
const authorization = 'Bearer any-key';

/** Everything that a caller can observe of a response. */
async function seen(response: Response) {
  const headers = [...response.headers].filter(([name]) => !name.startsWith('access-control-'));
  return { status: response.status, headers, text: await response.text() };
}

/** Occasionally invalid. */
const mostly = <T>(right: fc.Arbitrary<T>, ...wrong: T[]) =>
  fc.oneof({ arbitrary: right, weight: 9 }, { arbitrary: fc.constantFrom(...wrong), weight: 1 });
const value = {
  length: mostly(fc.integer({ min: 1, max: 100 }).map(String), '0', '101', '07', '1e1', '', ' 3'),
  unit: mostly(fc.constantFrom('day', 'hour'), 'week', ''),
  ending_at: mostly(
    fc.constantFrom('2026-01-31T20:00:00Z', '2026-01-31T20:00+05:45', '2018-06-28T23:59:59-5:00'),
    '2016-12-31T23:59:60Z',
    '2026-02-29T00:00:00Z',
    '2026-01-31',
    'now',
  ),
  app_id: mostly(fc.constantFrom('app-ios', 'a b+c&é', '🙂', ' '), ''),
  segment_id: mostly(fc.constantFrom('segment-new', 'x'.repeat(300)), ''),
};
const query = fc
  .tuple(
    fc.record(value, { requiredKeys: ['length'] }),
    mostly(fc.constant(''), '&length=3', '&Length=3', '&unit=day', '&', '&app_id=a+b', '&app_id=%zz'),
  )
  .map(([record, more]) => `?${new URLSearchParams(record)}${more}`);
const headers = mostly<Record<string, string>>(
  fc.constantFrom({ authorization }, { authorization, accept: 'application/json' }),
  { authorization, accept: 'text/csv' },
  { authorization, prefer: 'code=401' },
  { authorization, 'x-mock-faults': 'status=503' },
  { authorization: 'Basic YTpi' },
  { authorization: 'Bearer' },
  {},
);

test('the lazy mock answers any request exactly like the whole mock, headers included', async () => {
  vi.useFakeTimers({ now: new Date('2026-03-10T09:30:00Z'), toFake: ['Date'] });
  const whole = createMock();
  let answeredAtOnce = 0;
  await fc.assert(
    fc.asyncProperty(query, headers, async (search, sent) => {
      whole.reset();
      const lazy = await createLazyMockFetch()(base + search, { headers: sent });
      if (lazy.ok) answeredAtOnce += 1;
      const expected = await createMockFetch(whole)(base + search, { headers: sent });
      expect(await seen(lazy)).toEqual(await seen(expected));
    }),
    { numRuns: 80 },
  );
  expect(answeredAtOnce).toBeGreaterThan(20);
});

test('valid requests are answered without the engine, which later continues with the remaining limit', async () => {
  let loads = 0;
  vi.doMock('../../src/browser.ts', async (original) => {
    loads += 1;
    return original();
  });
  const fetch = createLazyMockFetch();
  const left = async (search: string) =>
    Number((await fetch(base + search, { headers: { authorization } })).headers.get('x-ratelimit-remaining'));
  const first = await left('?length=2');
  expect(await left('?length=3&unit=hour')).toBe(first - 1);
  expect(loads).toBe(0);
  expect(await left('?length=0')).toBe(first - 2);
  expect(loads).toBe(1);
  expect(await left('?length=4')).toBe(first - 3);
});

test('an engine that could not be loaded is loaded by the next request', async () => {
  let attempts = 0;
  vi.doMock('../../src/browser.ts', async (original) => {
    attempts += 1;
    if (attempts === 1) throw new TypeError('the network is down');
    return original();
  });
  const fetch = createLazyMockFetch();
  await expect(fetch(`${base}?length=0`)).rejects.toThrow();
  expect((await fetch(`${base}?length=0`, { headers: { authorization } })).status).toBe(400);
});

import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { MockRequest } from '../src/answer/message.ts';
import { Mock, portableLane } from '../src/mock.ts';
import { createServerLane } from '../src/prism/lane.ts';
import { anyRequest, request } from './any-request.ts';
import { badRequests } from './bad-requests.ts';
import { violations } from './error-schema.ts';

const numRuns = Number(process.env.DIFFERENTIAL_RUNS ?? 3000);
const now = '2026-03-10T12:00:00Z';
const fast = new Mock({ now }, portableLane);
const served = new Mock({ now }, createServerLane('fast'));
const prism = new Mock({ now }, createServerLane('prism'));

beforeAll(async () => {
  // Loads Prism before the count begins.
  await answer(prism, request({}));
});

async function answer(mock: Mock, asked: MockRequest) {
  const { answer: given } = await mock.handle(asked);
  const { 'x-ratelimit-remaining': _, 'x-ratelimit-reset': __, ...headers } = given.headers;
  const madeUp = given.status < 400 || asked.headers.prefer?.includes('code=403');
  // What is made up differs from lane to lane, and from one time to the next; the contract decides about it.
  const body = asked.headers.prefer?.includes('dynamic=true') && madeUp ? 'made up' : given.body;
  if (body !== given.body) expect(violations(given.status, given.body)).toEqual([]);
  return { status: given.status, headers, body };
}

test('the fast lane and Prism give the same status, headers and body', async () => {
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(anyRequest, async (asked) => {
      const expected = await answer(prism, asked);
      statuses.set(expected.status, (statuses.get(expected.status) ?? 0) + 1);
      expect(await answer(fast, asked)).toEqual(expected);
      expect(await answer(served, asked)).toEqual(expected);
    }),
    { numRuns },
  );
  // The generator reaches good and bad requests alike.
  expect(statuses.get(200)).toBeGreaterThan(numRuns / 20);
  expect(statuses.get(400)).toBeGreaterThan(numRuns / 20);
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([401, 404]));
}, 120_000);

test('without Prism, a seed decides what `dynamic=true` makes up', async () => {
  const made = async (seed: string) =>
    (
      await fast.handle(
        request({ headers: { authorization: 'Bearer k', prefer: `dynamic=true, seed=${seed}` } }),
      )
    ).answer.body;
  expect(await made('1')).toBe(await made('1'));
  expect(await made('1')).not.toBe(await made('2'));
});

test.for(badRequests)(
  'both lanes agree on a bad request: $name',
  async ({ target, method = 'GET', headers }) => {
    const [path = '', ...rest] = target.split('?');
    const lowered = Object.entries(headers ?? (headers === null ? {} : { authorization: 'Bearer k' })).map(
      ([name, text]) => [name.toLowerCase(), text] as const,
    );
    const asked = request({ path, query: rest.join('?'), method, headers: Object.fromEntries(lowered) });
    expect(await answer(fast, asked)).toEqual(await answer(prism, asked));
  },
);

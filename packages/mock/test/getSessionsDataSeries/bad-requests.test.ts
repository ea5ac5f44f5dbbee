import { afterAll, beforeAll, expect, test } from 'vitest';
import { document } from '../../src/generated/document.ts';
import { type RunningMock, startMock } from '../../src/index.ts';
import { rateLimitOf } from '../../src/rate-limit.ts';
import { contract } from '../contract.ts';
import { violations } from '../error-schema.ts';
import { getRaw } from '../raw-request.ts';
import { badRequests } from './bad-requests.ts';

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

test('the table of mistakes has at least sixty rows with unique names', () => {
  expect(new Set(badRequests.map(({ name }) => name)).size).toBe(badRequests.length);
  expect(badRequests.length).toBeGreaterThanOrEqual(60);
});

test.for(badRequests)(
  'a request with the mistake "$name" is answered as documented',
  async ({ target, method, headers, status, says }) => {
    const key = { Authorization: 'Bearer YOUR-REST-API-KEY' };
    const answer = await getRaw(mock.url, target, headers === undefined ? key : (headers ?? {}), method);
    expect(answer.status).toBe(status);
    const documented = contract.operations.flatMap(({ responses }) =>
      responses.map((response) => response.status),
    );
    expect(documented).toContain(String(answer.status));
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.headers['x-ratelimit-limit']).toBe(String(rateLimitOf(document).rateLimit));
    expect(violations(status, answer.body)).toEqual([]);
    const { message } = JSON.parse(answer.body);
    for (const words of says) expect(message).toContain(words);
    expect(message.length).toBeLessThan(500);
    expect(answer.body.length).toBeLessThan(20_000);
  },
);

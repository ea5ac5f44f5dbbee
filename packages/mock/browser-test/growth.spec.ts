/**
 * Every shape of the growth contract in a page: the same answers as in Node.js, where another test checks
 * them against the contract.
 */
import { expect, test } from '@playwright/test';
import { createMockFetch } from 'openapi-mock-engine/browser';
import { growth, growthContract } from '../../openapi-mock-engine/test/support/growth.ts';
import {
  type SentRequest,
  validRequest,
  wrongRequests,
} from '../../openapi-mock-engine/test/support/requests.ts';
import { servePage } from './serve-page.ts';

const base = 'https://north.larkhaven.example/v1';

/** A page cannot send `Cookie`, so the mock reads it from a custom header. */
function inPage({ target, method, body, headers: { cookie, ...headers } }: SentRequest) {
  const own = cookie === undefined ? headers : { ...headers, 'X-Mock-Cookie': cookie };
  return { target, init: { method, headers: own, ...(body === undefined ? {} : { body }) } };
}

const cases = growthContract.operations.flatMap((operation) => {
  const valid = validRequest(growthContract, operation);
  if (valid === undefined) throw new Error(`${operation.id}: no request can be made.`);
  return [
    {
      name: `${operation.id}: a valid request`,
      request: inPage(valid),
      statuses: [200, 201, 202, 204],
      says: '',
    },
    ...wrongRequests(growthContract, operation).map(({ name, request, statuses, says }) => ({
      name: `${operation.id}: ${name}`,
      request: inPage(request),
      statuses,
      says,
    })),
  ];
});

for (const way of ['fetch', 'msw']) {
  test(`each operation of the growth contract answers in a page as in Node.js, by ${way}`, async ({
    page,
  }) => {
    await using site = await servePage();
    await page.goto(site.url);
    await page.waitForFunction('globalThis.ready');
    await page.evaluate('globalThis.ready');
    const requests = cases.map(({ request }) => request);
    const outcomes: { status: number; body: string }[] = await page.evaluate(
      `askAll(${[growth, way, base, requests].map((part) => JSON.stringify(part)).join()})`,
    );
    const node = createMockFetch(growth);
    // MSW removes the path of the base URL, so messages name the path of the contract.
    const nodeBase = way === 'msw' ? new URL(base).origin : base;
    expect(outcomes).toHaveLength(cases.length);
    for (const [index, { name, request, statuses, says }] of cases.entries()) {
      const { status, body } = outcomes[index] ?? { status: 0, body: '' };
      const answer = await node(nodeBase + request.target, request.init);
      expect({ name, status, body }).toEqual({ name, status: answer.status, body: await answer.text() });
      expect({
        name,
        allowed: statuses.includes(status),
        named: body.toLowerCase().includes(says.toLowerCase()),
      }).toEqual({
        name,
        allowed: true,
        named: true,
      });
    }
  });
}

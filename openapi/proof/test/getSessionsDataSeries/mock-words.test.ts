import contract from '@session-series/contract/openapi.en.json' with { type: 'json' };
import { startMock } from '@session-series/mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let mock: Awaited<ReturnType<typeof startMock>>;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

interface Body {
  message: string;
  data: { time: string; sessions: number }[];
}
async function ask(query: string) {
  const response = await fetch(`${mock.url}/sessions/data_series?${query}`, {
    headers: { Authorization: 'Bearer YOUR-REST-API-KEY' },
  });
  // Each test asserts on the members that its response must have.
  return { status: response.status, body: (await response.json()) as Body };
}

describe('the mock does what the contract documents', () => {
  const { examples } = contract.components.responses.BadRequest.content['application/json'];

  test.each([
    ['length=101', examples.lengthOutOfBounds],
    ['unit=day', examples.lengthMissing],
    ['length=3&unit=jour', examples.unitUnknown],
    ['length=3&ending_at=2018-06-28T23:59:59+02:00', examples.endingAtPlusSign],
    ['length=0&unit=jour', examples.severalFindings],
  ])('the mock rejects %s with the message of the example', async (query, { value }) => {
    expect(await ask(query)).toEqual({ status: 400, body: value });
  });

  test('the mock rejects a request without a key with the message of the example', async () => {
    const response = await fetch(`${mock.url}/sessions/data_series?length=3`);
    const { keyMissing } = contract.components.responses.Unauthorized.content['application/json'].examples;
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 401,
      body: keyMissing.value,
    });
  });

  test('the mock sends points in ascending order, ending with the day that contains `ending_at` at its offset', async () => {
    const { body } = await ask('length=3&ending_at=2018-06-28T23:59:59-5:00');
    expect(body.data.map(({ time }) => time)).toEqual(['2018-06-26', '2018-06-27', '2018-06-28']);
  });

  test('the mock writes hours with the offset of `ending_at`', async () => {
    const { body } = await ask('length=1&unit=hour&ending_at=2018-06-28T23:59:59-5:00');
    expect(body.data.map(({ time }) => time)).toEqual(['2018-06-28T23:00:00-05:00']);
  });

  test('the mock counts days and hours in UTC when `ending_at` has no offset', async () => {
    const { body } = await ask('length=1&unit=hour&ending_at=2018-06-28T23:59:59');
    expect(body.data[0]?.time).toMatch(/^2018-06-28T23:00:00(Z|\+00:00)$/);
  });

  test('the mock rejects a parameter that the contract does not define', async () => {
    const { status, body } = await ask('length=3&unité=jour');
    expect(status).toBe(400);
    expect(body.message).toContain('unité');
  });
});

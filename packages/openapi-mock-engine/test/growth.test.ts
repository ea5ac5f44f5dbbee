import { Ajv2020 } from 'ajv/dist/2020.js';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findResponse } from '../src/answer/errors.ts';
import { createMockFetch } from '../src/browser.ts';
import { createMockServer, type RunningMock } from '../src/index.ts';
import { isJson, type Operation } from '../src/model/index.ts';
import { handlers } from '../src/msw.ts';
import { growthContract as contract, growth } from './support/growth.ts';
import { type SentRequest, validRequest, wrongRequests } from './support/requests.ts';

const base = 'https://north.larkhaven.example/v1';
let server: RunningMock;
const worker = setupServer(...handlers(growth));
const page = createMockFetch(growth);
beforeAll(async () => {
  server = await createMockServer(growth, { port: 0 });
  worker.listen({ onUnhandledFrame: 'bypass' });
});
afterAll(async () => {
  worker.close();
  await server.close();
});

const ways: readonly (readonly [string, (request: SentRequest) => Promise<Response>])[] = [
  ['server', ({ target, ...init }) => fetch(server.url + target, init)],
  ['page', ({ target, ...init }) => page(`https://mock.invalid${target}`, init)],
  ['MSW', ({ target, ...init }) => fetch(base + target, init)],
];

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(growth, 'growth');

/** The errors of an answer by the contract, from a validator other than the engine's. */
function violations(operation: Operation, status: number, type: string | null, body: string): unknown[] {
  const response = findResponse(operation.responses, status);
  if (response === undefined) return [`status ${status} is not documented`];
  if (response.content.length === 0) return body === '' ? [] : ['a body that is not documented'];
  const media = response.content.find(({ mediaType }) => mediaType === type);
  if (media === undefined) return [`${type} is not documented`];
  const validate = ajv.getSchema(`growth#${media.pointer}/schema`);
  const value: unknown = isJson(media.mediaType) ? JSON.parse(body) : body;
  if (validate === undefined)
    return contract.schemas.check(media.schema, value, { in: 'body', name: 'body' }, 'response');
  return validate(value) ? [] : (validate.errors ?? []);
}

describe.each(ways)('every shape of the growth contract, by %s', (_way, send) => {
  test('a cookie can be sent as X-Mock-Cookie, since no page can send Cookie', async () => {
    const operation = contract.operation('listBerths');
    const request = operation && validRequest(contract, operation);
    if (request === undefined) throw new Error('No request can be made.');
    const headers = { ...request.headers, 'x-mock-cookie': 'view=huge' };
    const response = await send({ ...request, headers });
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('view: \\"huge\\" is not allowed'),
    ]);
  });

  test.each(contract.operations.map((operation) => [operation.id, operation] as const))(
    '%s answers a valid request as documented',
    async (_id, operation) => {
      const request = validRequest(contract, operation);
      if (request === undefined) throw new Error('No request can be made.');
      const response = await send(request);
      const body = await response.text();
      expect({ status: response.status, body }).toMatchObject({
        status: expect.toSatisfy((status: number) => status < 300),
      });
      expect(violations(operation, response.status, response.headers.get('content-type'), body)).toEqual([]);
      for (const { name, required } of findResponse(operation.responses, response.status)?.headers ?? []) {
        if (required) expect(response.headers.has(name)).toBe(true);
      }
    },
  );

  test.each(contract.operations.map((operation) => [operation.id, operation] as const))(
    '%s refuses each invalid request and names the place',
    async (_id, operation) => {
      const wrong = wrongRequests(contract, operation);
      expect(wrong.length).toBeGreaterThan(operation.id === 'getStatus' ? 1 : 2);
      for (const { name, request, statuses, says } of wrong) {
        const response = await send(request);
        const body = await response.text();
        expect({ name, status: response.status, body }).toEqual({
          name,
          status: expect.toSatisfy((status: number) => statuses.includes(status)),
          body: expect.stringMatching(new RegExp(says.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i')),
        });
      }
    },
  );
});

test('on average, each operation has a dozen invalid requests', () => {
  const counts = contract.operations.map((operation) => wrongRequests(contract, operation).length);
  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeGreaterThanOrEqual(12);
});

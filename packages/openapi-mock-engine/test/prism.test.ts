import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createServer } from '@stoplight/prism-http-server';
import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { Mock } from '../src/mock.ts';
import { createPrismGuard } from '../src/prism/guard.ts';
import { silentLogger } from '../src/prism/silent-logger.ts';
import { anyRequest } from './support/any-request.ts';
import { growthContract as contract, growth } from './support/growth.ts';
import { pets } from './support/pets.ts';
import type { SentRequest } from './support/requests.ts';

/** What the command `prism mock` is started with. */
const stockOptions: Parameters<typeof createServer>[1] = {
  cors: true,
  config: {
    isProxy: false,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: false,
    errors: false,
    upstreamProxy: undefined,
    mock: { dynamic: false },
  },
  components: { logger: silentLogger },
};

let stock = '';
const fast = new Mock(growth);
beforeAll(async () => {
  const server = createServer(await getHttpOperationsFromSpec(structuredClone(growth)), stockOptions);
  stock = await server.listen(0, '127.0.0.1');
  return () => server.close();
});

async function statusOf({ method, target, headers, body }: SentRequest): Promise<number> {
  const [path = '', ...query] = target.split('?');
  const lower = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const { answer } = await fast.handle({
    method,
    path,
    query: query.join('?'),
    headers: lower,
    ...(body === undefined ? {} : { body }),
  });
  return answer.status;
}

/** Operations for which stock Prism throws or refuses valid requests, and why. */
const beyondPrism: { readonly [operationId: string]: string } = {
  getForecasts: 'Prism throws on every request and does not answer.',
  createToken: 'Prism refuses the commas of a list in a form, though its encoding asks for them.',
  uploadManifest: 'Prism reads a part of a form that is an object as text.',
};

/** Rounds per operation: a few in the suite, more on demand. */
const numRuns = Number(process.env.PRISM_RUNS ?? 8);

describe('agreement with stock Prism on every operation of the growth contract', () => {
  test.each(contract.operations.map((operation) => [operation.id, operation] as const))(
    '%s accepts the same valid requests as Prism, and refuses whatever Prism refuses',
    async (id, operation) => {
      await fc.assert(
        fc.asyncProperty(anyRequest(contract, operation), async ({ request, isValid }) => {
          const own = await statusOf(request);
          if (isValid) expect({ request, own }).toEqual({ request, own: expect.toSatisfy(isSuccess) });
          if (beyondPrism[id] !== undefined) return;
          const { status } = await fetch(stock + request.target, request);
          if (isValid) expect({ request, status }).toEqual({ request, status: own });
          if (status >= 400) expect({ request, own }).toEqual({ request, own: expect.toSatisfy(isRefusal) });
        }),
        { numRuns, seed: 7 },
      );
    },
  );
});

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function isRefusal(status: number): boolean {
  return status >= 400 && status < 500;
}

test('where a pattern is not a regular expression of JavaScript, the engine checks everything else, and Prism nothing of the query', async () => {
  const parameter = (name: string, schema: object) => ({ name, in: 'query', schema });
  const document = {
    openapi: '3.1.0',
    info: { title: 'Patterns', version: '1.0.0' },
    paths: {
      '/a': {
        get: {
          parameters: [
            parameter('possessive', { type: 'string', pattern: '^a++$', minLength: 2 }),
            parameter('count', { type: 'integer' }),
          ],
          responses: { 204: { description: 'Done' } },
        },
      },
    },
  };
  const warnings: string[] = [];
  const mock = new Mock(document, { onWarning: (warning) => warnings.push(warning) });
  const prism = createServer(await getHttpOperationsFromSpec(structuredClone(document)), stockOptions);
  const address = await prism.listen(0, '127.0.0.1');
  const statuses = async (query: string) => [
    (await mock.handle({ method: 'GET', path: '/a', query, headers: {} })).answer.status,
    (await fetch(`${address}/a?${query}`)).status,
  ];
  expect(await statuses('possessive=bb')).toEqual([204, 204]);
  expect(await statuses('possessive=b')).toEqual([400, 204]);
  expect(await statuses('count=many')).toEqual([400, 204]);
  expect(warnings).toEqual([expect.stringContaining('"^a++$" is not a regular expression of JavaScript')]);
  await prism.close();
});

test('with the engine `prism`, Prism also checks each valid request', async () => {
  const warnings: string[] = [];
  const mock = new Mock(
    pets,
    {},
    createPrismGuard(pets, (warning) => warnings.push(warning)),
  );
  const send = (method: string, path: string, query = '') =>
    mock.handle({ method, path, query, headers: {} });
  expect((await send('GET', '/pets', 'limit=2')).answer.status).toBe(200);
  expect((await send('GET', '/pets', 'limit=0')).answer.status).toBe(400);
  expect((await send('GET', '/pets/7')).answer.status).toBe(200);
  expect(warnings).toEqual([]);
});

test('if Prism cannot be loaded, the engine continues alone and says so once', async () => {
  vi.doMock('../src/prism/prism.ts', () => {
    throw new Error('needs a later Node.js');
  });
  const warnings: string[] = [];
  const mock = new Mock(
    pets,
    {},
    createPrismGuard(pets, (warning) => warnings.push(warning)),
  );
  for (const path of ['/pets', '/pets/7']) {
    expect((await mock.handle({ method: 'GET', path, query: '', headers: {} })).answer.status).toBe(200);
  }
  expect(warnings).toEqual([
    expect.stringMatching(
      /^Prism cannot be loaded \(.*\), so requests are checked by the engine's own checker alone\.$/,
    ),
  ]);
  vi.doUnmock('../src/prism/prism.ts');
});

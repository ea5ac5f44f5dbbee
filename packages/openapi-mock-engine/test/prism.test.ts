import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { createServer } from '@stoplight/prism-http-server';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { Mock } from '../src/mock.ts';
import { createPrismGuard } from '../src/prism/guard.ts';
import { silentLogger } from '../src/prism/silent-logger.ts';
import { growthContract as contract, growth } from './support/growth.ts';
import { pets } from './support/pets.ts';
import { type SentRequest, validRequest, wrongRequests } from './support/requests.ts';

let stock = '';
const fast = new Mock(growth);
beforeAll(async () => {
  const server = createServer(await getHttpOperationsFromSpec(structuredClone(growth)), {
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
  });
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

/** Operations whose valid requests make stock Prism throw, so that no answer comes. */
const breaksPrism = ['getForecasts'];

/** Valid requests that stock Prism refuses all the same, and why. */
const refusedByPrism: { readonly [operationId: string]: string } = {
  uploadManifest: 'Prism reads a part of a form that is an object as text.',
};

describe('what stock Prism and the engine make of every operation of the growth contract', () => {
  test.each(
    contract.operations
      .filter(({ id }) => !breaksPrism.includes(id))
      .map((operation) => [operation.id, operation] as const),
  )('%s', async (id, operation) => {
    const good = validRequest(contract, operation);
    if (good === undefined) throw new Error('No request can be made.');
    const theirs = await fetch(stock + good.target, good);
    if (refusedByPrism[id] === undefined)
      expect({
        id,
        prism: theirs.status,
        engine: await statusOf(good),
        body: await theirs.text(),
      }).toMatchObject({
        prism: expect.toSatisfy((status: number) => status < 300),
        engine: theirs.status,
      });
    for (const { name, request } of wrongRequests(contract, operation)) {
      // Stock Prism never answers a Content-Type that is not a media type, nor a body that is not JSON.
      if (name.startsWith('Content-Type') || name === 'a body that is not JSON') continue;
      const { status } = await fetch(stock + request.target, {
        ...request,
        signal: AbortSignal.timeout(5_000),
      });
      // Whatever Prism refuses is refused here. The engine refuses more: unknown parameters, for one.
      if (status >= 400 && status < 500)
        expect({ name, status: await statusOf(request) }).toEqual({
          name,
          status: expect.toSatisfy((own: number) => own >= 400),
        });
    }
  });
});

test('with the engine `prism`, Prism has its say about each request that is valid', async () => {
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

test('where Prism cannot be loaded, the engine goes on alone and says so once', async () => {
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

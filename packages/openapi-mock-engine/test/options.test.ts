import { describe, expect, test } from 'vitest';
import { createMockFetch, Mock } from '../src/browser.ts';
import { createMockServer, FaultSyntaxError, type MockOptions, type ServerOptions } from '../src/index.ts';
import { RequestLog } from '../src/log/request-log.ts';
import { findDrift } from '../src/record/drift.ts';
import { growth } from './support/growth.ts';
import { pets } from './support/pets.ts';

const url = 'https://mock.invalid/pets?limit=2';

test.for([
  [{ rateLimit: Number.NaN }, 'rateLimit: NaN is not allowed. Expected an integer from 0 to 1,000,000,000.'],
  [{ rateLimit: -1 }, 'rateLimit: -1'],
  [{ rateLimitWindow: 0 }, 'rateLimitWindow: 0'],
  [{ seed: 1.5 }, 'seed: 1.5'],
  [{ port: 'abc' }, 'port: "abc" is not allowed. Expected an integer from 0 to 65535.'],
  [{ engine: 'quick' }, 'engine: "quick" is not allowed. Expected fast, prism.'],
  [
    { unknownParameters: 'refuse' },
    'unknownParameters: "refuse" is not allowed. Expected ignore, warn, reject.',
  ],
  [{ control: { token: '' } }, 'control.token: is empty.'],
  [{ now: 'hier' }, 'now: "hier" is not a time that exists.'],
  [{ now: '2026-01-31T20:00:00' }, 'Expected a date and a time with an offset'],
  [{ now: '2026-02-30T00:00:00Z' }, 'is not a time that exists'],
  [
    { handlers: { getPt: () => undefined } },
    'handlers.getPt: the contract has no operation of this name. Did you mean getPet?',
  ],
  [{ handlers: { getPet: 'x' } }, 'handlers.getPet: is not a function.'],
] as const)('the options %j are refused with a message', async ([options, message]) => {
  // The cast: these are the mistakes that types would have caught.
  await expect(createMockServer(pets, { port: 0, ...options } as unknown as ServerOptions)).rejects.toThrow(
    RangeError,
  );
  await expect(createMockServer(pets, { port: 0, ...options } as unknown as ServerOptions)).rejects.toThrow(
    message,
  );
});

test.for([
  ['latncy=5', 'Did you mean latency?'],
  ['latency=soon', 'milliseconds'],
  ['latency=400..50', 'milliseconds'],
  ['status=99', 'a status from 200 to 599'],
  ['status=503@2', 'a rate from 0 to 1'],
  ['limit=5@0.5', 'a limit without a rate'],
  ['limit=5/0s', 'limit=5/10s'],
  ['sequence=500@0.5', 'a sequence without a rate'],
  ['reset=1', 'reset without a value'],
  ['getPt: status=500', '"getPt" is not an operation of the contract. Did you mean getPet?'],
  ['getPet: limit=5', 'a limit for all operations'],
  ['zzz', '"zzz" is not a fault. Expected one of latency'],
] as const)('the fault directive %s is refused with a message', ([faults, message]) => {
  expect(() => new Mock(pets, { faults })).toThrow(FaultSyntaxError);
  expect(() => new Mock(pets, { faults })).toThrow(message);
});

describe('consistency of faults', () => {
  test('a forced 429 has no budget left, and a reset within two seconds', async () => {
    const response = await createMockFetch(pets, { faults: 'status=429', rateLimit: 1000 })(url);
    expect(response.status).toBe(429);
    expect(response.headers.get('x-ratelimit-limit')).toBe('1000');
    expect(response.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(Number(response.headers.get('x-ratelimit-reset')) - Date.now() / 1000).toBeLessThanOrEqual(2);
    expect(response.headers.get('retry-after')).toBe('1');
  });

  test('a forced status has Retry-After, and a forced 401 a challenge', async () => {
    const busy = await createMockFetch(pets, { faults: 'status=400' })(url);
    expect(busy.headers.get('retry-after')).toBe('1');
    const refused = await createMockFetch(growth, { faults: 'status=401' })('https://mock.invalid/berths', {
      method: 'POST',
    });
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    const teapot = await createMockFetch(growth, { faults: 'status=418' })('https://mock.invalid/berths');
    expect(await teapot.json()).toMatchObject({ status: 418 });
    const wrongMethod = await createMockFetch(growth)('https://mock.invalid/berths', { method: 'PURGE' });
    expect(await wrongMethod.json()).toMatchObject({ status: 405, title: 'Method Not Allowed' });
  });

  test('the 429 of a used-up limit has Retry-After', async () => {
    const fetch = createMockFetch(pets, { rateLimit: 1, rateLimitWindow: 86_400 });
    expect((await fetch(url)).status).toBe(200);
    const refused = await fetch(url);
    expect(refused.status).toBe(429);
    const wait = Number(refused.headers.get('x-ratelimit-reset')) - Math.floor(Date.now() / 1000);
    expect(Math.abs(Number(refused.headers.get('retry-after')) - wait)).toBeLessThanOrEqual(1);
  });

  test('the sequence of one request does not use up that of another', async () => {
    const mock = new Mock(pets, { faults: 'sequence=500|503' });
    const fetch = createMockFetch(mock);
    const status = async (faults?: string) =>
      (await fetch(url, faults === undefined ? {} : { headers: { 'X-Mock-Faults': faults } })).status;
    expect(await status('sequence=429|404')).toBe(429);
    expect(await status()).toBe(503);
    expect(await status('sequence=401')).toBe(401);
    expect(await status('sequence=429|404')).toBe(404);
    expect(await status()).toBe(200);
    // The same header at another URL, or in another test, starts from its first step.
    const other = async (target: string, headers = {}) =>
      (await fetch(target, { headers: { 'X-Mock-Faults': 'sequence=429|404', ...headers } })).status;
    expect(await other('https://mock.invalid/pets/7')).toBe(429);
    expect(await other(url, { 'X-Mock-Isolation': 'another test' })).toBe(429);
    expect(await status('sequence=500; sequence=503|404')).toBe(503);
  });

  test('a fault for one operation leaves the others alone', async () => {
    const fetch = createMockFetch(pets, { faults: 'getPet: status=503; listPets: sequence=500' });
    expect((await fetch('https://mock.invalid/pets/7')).status).toBe(503);
    expect([(await fetch(url)).status, (await fetch(url)).status]).toEqual([500, 200]);
  });

  test('the header of a request has no limit, and its fault for another operation leaves the request alone', async () => {
    const fetch = createMockFetch(pets);
    const ask = async (faults: string) => fetch(url, { headers: { 'X-Mock-Faults': faults } });
    expect((await ask('getPet: status=503')).status).toBe(200);
    expect((await ask('listPets: status=503')).status).toBe(503);
    expect(await (await ask('limit=5/10s')).json()).toEqual({
      message: 'X-Mock-Faults: a limit is for all requests. Expected it in the faults of the mock.',
    });
  });
});

describe('listeners and the log', () => {
  test('a failing listener causes one warning, and the answer is sent', async () => {
    const warnings: string[] = [];
    const options: MockOptions = {
      onRequest: () => {
        throw new Error('my listener');
      },
      onWarning: (warning) => warnings.push(warning),
    };
    const fetch = createMockFetch(pets, options);
    expect([(await fetch(url)).status, (await fetch(url)).status]).toEqual([200, 200]);
    expect(warnings).toEqual(['onRequest failed: my listener']);
  });

  test('an unknown parameter causes one warning per request', async () => {
    const warnings: string[] = [];
    const mock = new Mock(pets, {
      unknownParameters: 'warn',
      onWarning: (warning) => warnings.push(warning),
    });
    await createMockFetch(mock)(`${url}&limitt=1`);
    expect(warnings).toEqual([expect.stringContaining('Did you mean limit?')]);
  });

  test('a pattern of another language is translated if possible, and otherwise reported in one warning', () => {
    const warnings: string[] = [];
    const parameter = (name: string, pattern: string) => ({
      name,
      in: 'query',
      schema: { type: 'string', pattern },
    });
    const parameters = [
      parameter('flagged', '(?i)^a+$'),
      parameter('anchored', '\\A[a-z]+\\z'),
      parameter('possessive', '^\\Q.\\E$'),
      parameter('escaped', '^[\\p{L}\\_\\-]+\\@$'),
      parameter('java', '^\\p{IsAlphabetic}+$'),
      parameter('posix', '^[[:alpha:]]+$'),
    ];
    const mock = new Mock(
      {
        openapi: '3.1.0',
        info: { title: 'Patterns', version: '1.0.0' },
        paths: { '/a': { get: { parameters } } },
      },
      { onWarning: (warning) => warnings.push(warning) },
    );
    const status = (query: string) => {
      const outcome = mock.handle({ method: 'GET', path: '/a', query, headers: {} });
      return 'answer' in outcome ? outcome.answer.status : undefined;
    };
    const queries = [
      'flagged=AA',
      'flagged=b',
      'anchored=abc',
      'anchored=a1',
      'possessive=x',
      'possessive=y',
      'escaped=%C3%A9_-@',
      'escaped=p1@',
      'java=a',
      'posix=a',
    ];
    expect(queries.map(status)).toEqual([200, 400, 200, 400, 200, 200, 200, 400, 200, 200]);
    expect(warnings).toEqual(
      ['^\\Q.\\E$', '^\\p{IsAlphabetic}+$', '^[[:alpha:]]+$'].map(
        (pattern) =>
          `pattern: ${JSON.stringify(pattern)} is not a regular expression of JavaScript, so it is not checked.`,
      ),
    );
  });

  test('messages, headers and paths are bounded, and credentials are never kept', async () => {
    const mock = new Mock(pets);
    const fetch = createMockFetch(mock);
    await fetch(`https://mock.invalid/${'x'.repeat(100_000)}`, {
      headers: {
        'X-Long': 'y'.repeat(100_000),
        Authorization: 'Bearer secret',
        Cookie: 'a=secret',
        'X-Api-Key': 'secret',
        Accept: '*/*',
      },
    });
    await fetch(url, { headers: { 'X-Mock-Faults': 'z'.repeat(5_000) } });
    expect(JSON.stringify(mock.requests()).length).toBeLessThan(12_000);
    expect(JSON.stringify(mock.requests())).not.toContain('secret');
    expect(mock.requests()[0]?.headers.accept).toBe('*/*');
  });

  test('the log shows the bodies of the latest requests, whatever was in their places before', () => {
    const log = new RequestLog(2);
    const logged = {
      operationId: 'a',
      method: 'POST',
      path: '/a',
      query: '',
      headers: {},
      status: 200,
      at: 0,
    };
    const decode = (bytes: Uint8Array | string) =>
      typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
    const sent = ['x', 'y'.repeat(5_000), 'text', 'z'.repeat(6_000), 'é', undefined, 'w'.repeat(20), 'v'];
    for (const [index, body] of sent.entries()) {
      const received = new TextEncoder().encode(body);
      log.add(logged, body === undefined ? undefined : { bytes: body === 'text' ? body : received, decode });
      // The connection's buffer is used for the next request.
      received.fill(0);
      expect(log.list().map((entry) => entry.body)).toEqual(sent.slice(Math.max(0, index - 1), index + 1));
    }
  });

  test('a handler that throws is answered with 500 and a message, and the mock keeps running', async () => {
    let count = 0;
    const fetch = createMockFetch(pets, {
      handlers: {
        getPet: async ({ path, random, now }) => {
          count += 1;
          if (count === 1) throw new Error('my handler');
          return { body: { id: path.petId, name: `${random() < 1} ${now > 0}` } };
        },
      },
    });
    const failed = await fetch('https://mock.invalid/pets/7');
    expect([failed.status, await failed.json()]).toEqual([
      500,
      expect.objectContaining({ detail: 'The mock failed at getPet: my handler' }),
    ]);
    expect(await (await fetch('https://mock.invalid/pets/7')).json()).toEqual({ id: 7, name: 'true true' });
  });
});

test('`Accept` with q=0 excludes a type, and the quality decides between several', async () => {
  const csv = structuredClone(pets);
  Object.assign(csv.paths['/pets'].get.responses[200].content, {
    'text/csv': { schema: { type: 'string' }, example: 'id,name\r\n' },
  });
  const fetch = createMockFetch(csv);
  const type = async (accept: string) => {
    const response = await fetch(url, { headers: { accept } });
    return response.ok ? response.headers.get('content-type') : response.status;
  };
  expect(await type('*/*')).toBe('application/json');
  expect(await type('text/csv')).toBe('text/csv');
  expect(await type('application/json;q=0.5, text/csv;q=0.8')).toBe('text/csv');
  expect(await type('application/json;q=0, */*')).toBe('text/csv');
  expect(await type('application/json;q=0')).toBe(400);
  expect(await type('*/*;q=0')).toBe(400);
  expect(await type('nonsense')).toBe('application/json');
});

test('a query of 40,000 unknown names is answered with few comparisons', async () => {
  const names = Array.from({ length: 40_000 }, (_, index) => `n${index}=1`).join('&');
  const response = await createMockFetch(pets)(`https://mock.invalid/pets?${names}`);
  expect(await response.text()).toMatch(/And \d+ more\.|39950 more parameters/);
});

test('an operation that documents no final status is answered with 200, which is then no difference', async () => {
  const informational = { responses: { 102: { description: 'Processing' } } };
  const mock = new Mock({
    openapi: '3.1.0',
    info: { title: 'Statuses', version: '1.0.0' },
    paths: { '/none': { get: {} }, '/early': { get: informational } },
  });
  const ask = async (path: string, headers = {}) =>
    (await mock.handle({ method: 'GET', path, query: '', headers })).answer;
  for (const path of ['/none', '/early']) expect(await ask(path)).toMatchObject({ status: 200, body: '' });
  // A final answer with an informational status would leave the client waiting.
  expect((await ask('/early', { prefer: 'code=102' })).status).toBe(400);
  const request = { method: 'GET', path: '/none', query: '', headers: {} };
  expect(findDrift(mock.contract, request, { status: 201, headers: {}, body: '' })).toEqual([]);
});

test('the message of an error is written into the object that the contract has for it', async () => {
  const status = { type: 'object', properties: { error: { type: 'string' } } };
  const schema = { type: 'object', properties: { time: { type: 'number' }, status } };
  const mock = new Mock({
    openapi: '3.1.0',
    info: { title: 'Nested', version: '1.0.0' },
    paths: {
      '/a': {
        get: {
          parameters: [{ name: 'count', in: 'query', schema: { type: 'integer' } }],
          responses: { '4XX': { description: 'Error', content: { 'application/json': { schema } } } },
        },
      },
    },
  });
  const { answer } = await mock.handle({ method: 'GET', path: '/a', query: 'count=x', headers: {} });
  expect([answer.status, answer.headers['content-type'], JSON.parse(String(answer.body))]).toEqual([
    400,
    'application/json',
    { time: expect.any(Number), status: { error: 'count: "x" is not allowed. Expected an integer.' } },
  ]);
});

test('the coverage so far is kept when the contract or the handlers are replaced', async () => {
  const mock = new Mock(pets);
  const fetch = createMockFetch(mock);
  await fetch(url);
  const next = structuredClone(pets) as { paths: { [path: string]: unknown } };
  next.paths['/new'] = { get: { operationId: 'getNew', responses: { 204: { description: 'New' } } } };
  mock.replace(next);
  await fetch(url);
  const listed = mock.coverage().operations.find(({ operationId }) => operationId === 'listPets');
  expect(listed).toMatchObject({ requests: 2, statuses: { 200: 2 }, parameters: { 'query limit': 2 } });
  expect(mock.coverage().operations.map(({ operationId }) => operationId)).toContain('getNew');
});

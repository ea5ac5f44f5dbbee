import { expect, test } from 'vitest';
import { createMockFetch, Mock } from '../src/browser.ts';
import { findDrift } from '../src/record/drift.ts';
import { pets } from './support/pets.ts';

const url = 'https://mock.invalid/pets?limit=2';

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
  expect(await response.text()).toMatch(/And \d+ more\.|39,950 more parameters/);
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

import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { createMockFetch } from 'openapi-mock-engine/browser';
import { expect, test } from 'vitest';
import { build } from '../src/build/build.ts';
import type { RequestData } from '../src/render/request-panel.ts';
import { buildRequest } from '../src/samples/request.ts';
import { shape } from './request-shape.ts';
import { scratch } from './scratch.ts';

test('a request has every parameter in its place and style, and leaves out what has no value', () => {
  const values = {
    server: 'https://api.example/',
    parameters: {
      'path:id': 'a b',
      'query:limit': '3',
      'query:tags': 'x, y',
      'query:filter': '{"kind":"dog"}',
      'header:X-Trace': 't',
      'cookie:session': 's',
    },
  };
  expect(buildRequest(shape, values)).toEqual({
    method: 'GET',
    url: 'https://api.example/pets/a%20b/visits?limit=3&tags=x&tags=y&filter%5Bkind%5D=dog',
    headers: [
      ['Authorization', 'Bearer KEY'],
      ['X-Trace', 't'],
      ['Cookie', 'session=s'],
    ],
    body: undefined,
  });
});

test('the requests of a page are valid: with every key that is required, and texts that match their patterns', async () => {
  using folder = scratch();
  const apiKey = (place: string, name: string) => ({ type: 'apiKey', in: place, name });
  const tag = { type: 'string', pattern: '^[A-Z]{2}-\\d+$', minLength: 9 };
  const owner = { oneOf: [{ type: 'object', required: ['tag'], properties: { tag } }, { type: 'null' }] };
  const schema = { type: 'object', properties: { tags: { type: 'array', items: tag, minItems: 1 }, owner } };
  // Unicode mode forbids this escape.
  const code = { type: 'string', pattern: '^[A-Z]\\_\\d$' };
  const properties = { tag, code, n: { type: 'integer' } };
  const fields = { type: 'object', required: ['tag', 'code', 'n'], properties };
  const form = { required: true, content: { 'application/x-www-form-urlencoded': { schema: fields } } };
  const tagged = {
    parameters: [{ name: 'tag', in: 'path', required: true, schema: tag }],
    requestBody: { content: { 'application/json': { schema } } },
    responses: { 204: { description: 'None.' } },
  };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Pets', version: '1.0.0' },
    servers: [{ url: 'https://api.example' }],
    paths: {
      '/pets': {
        get: { security: [{ id: [], secret: [], place: [] }], responses: { 204: { description: 'None.' } } },
        post: { security: [{ user: [] }, { id: [] }], responses: { 204: { description: 'None.' } } },
      },
      '/pets/{tag}': { put: tagged },
      '/form': { post: { ...tagged, parameters: [], requestBody: form } },
    },
    components: {
      securitySchemes: {
        id: apiKey('header', 'X-Id'),
        secret: apiKey('header', 'X-Secret'),
        place: apiKey('query', 'place'),
        user: { type: 'http', scheme: 'basic' },
      },
    },
  };
  const description = folder.write('openapi.json', document);
  await build({ description, out: folder.at('site') });
  const page = parseHTML(readFileSync(folder.at('site/en/index.html'), 'utf8')).document;
  const send = createMockFetch(document);
  const requests = [...page.querySelectorAll<HTMLElement>('[data-request]')].map(
    ({ dataset }): RequestData => JSON.parse(dataset.request ?? ''),
  );
  expect(requests.map(({ shape: one }) => one.auth?.map(({ name }) => name))).toEqual([
    ['X-Id', 'X-Secret', 'place'],
    ['Authorization'],
    undefined,
    undefined,
  ]);
  for (const data of requests) {
    const { method, url, headers, body } = buildRequest(data.shape, data.values);
    const sent = { method, headers: headers.map(([name, value]): [string, string] => [name, value]) };
    const answer = await send(url, body === undefined ? sent : { ...sent, body });
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  }
});

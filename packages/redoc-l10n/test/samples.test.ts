import { readFileSync } from 'node:fs';
import hljs from 'highlight.js/lib/common';
import { parseHTML } from 'linkedom';
import { createMockFetch } from 'openapi-mock-engine/browser';
import { describe, expect, test } from 'vitest';
import { grammars, highlight } from '../src/browser/highlight.ts';
import { build } from '../src/build/build.ts';
import { codeHtml } from '../src/markdown/code-html.ts';
import type { RequestData } from '../src/render/request-panel.ts';
import { type Followed, followValues } from '../src/samples/follow.ts';
import { generateSamples } from '../src/samples/generate.ts';
import { keyFromVariable } from '../src/samples/key-variable.ts';
import { buildRequest, type ParameterShape, type RequestShape } from '../src/samples/request.ts';
import { scratch } from './scratch.ts';

const parameter = (
  name: string,
  place: ParameterShape['in'],
  more: Partial<ParameterShape> = {},
): ParameterShape => ({
  name,
  in: place,
  style: place === 'query' || place === 'cookie' ? 'form' : 'simple',
  explode: place === 'query',
  type: 'string',
  ...more,
});

const shape: RequestShape = {
  method: 'GET',
  path: '/pets/{id}/visits',
  parameters: [
    parameter('id', 'path'),
    parameter('limit', 'query', { type: 'integer' }),
    parameter('since', 'query'),
    parameter('tags', 'query', { type: 'array' }),
    parameter('filter', 'query', { type: 'object', style: 'deepObject' }),
    parameter('X-Trace', 'header'),
    parameter('session', 'cookie'),
  ],
  auth: [{ in: 'header', name: 'Authorization', value: 'Bearer KEY' }],
  bodyTypes: [],
};

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
  const fields = { type: 'object', required: ['tag', 'n'], properties: { tag, n: { type: 'integer' } } };
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

const before: Followed = {
  server: 'https://eu.api.example',
  serverTexts: { 'x-region': 'EU-1' },
  parameters: { 'path:id': '7', 'query:limit': '10', 'query:since': '2026-01-01' },
};
const after: Followed = {
  server: 'https://us.api.example',
  serverTexts: { 'x-region': 'US-1' },
  parameters: { 'path:id': '8', 'query:limit': '20', 'query:tags': 'a' },
};

describe('a hand-written sample', () => {
  test.each([
    [
      'in the query of an address',
      "curl 'https://eu.api.example/pets/7/visits?limit=10&since=2026-01-01' -H 'Authorization: Bearer KEY'",
      "curl 'https://us.api.example/pets/8/visits?limit=20&tags=a' -H 'Authorization: Bearer KEY'",
    ],
    [
      'in lines of a call, with numbers and texts written as they were',
      "client.visits({\n  limit: 10,\n  since: '2026-01-01',\n});",
      "client.visits({\n  limit: 20,\n  tags: 'a',\n});",
    ],
    [
      'in lines whose names and numbers are quoted',
      'query = urlencode({\n    "limit": "10",\n    "since": "2026-01-01",\n})',
      'query = urlencode({\n    "limit": "20",\n    "tags": "a",\n})',
    ],
    ['in the texts of the server', "connect({ region: 'EU-1' });", "connect({ region: 'US-1' });"],
    ['but not where it says something else', 'console.log("limit is 10");', 'console.log("limit is 10");'],
  ])('a hand-written sample is updated to other values %s', (_, source, expected) => {
    expect(followValues(source, shape, before, after)).toBe(expected);
  });

  test('a hand-written sample stays unchanged if no value in its lines changes', () => {
    const source = "client.visits({\n  limit: 10,\n  since: '2026-01-01',\n});";
    expect(followValues(source, shape, before, before)).toBe(source);
  });

  test('a hand-written sample escapes characters that would end its string', () => {
    const quoted = { ...before, parameters: { 'query:since': "it's" } };
    expect(followValues("f({\n  since: 'x',\n});", shape, before, quoted)).toBe(
      "f({\n  since: 'it\\'s',\n});",
    );
  });
});

test.each([
  ['Shell', "curl -H 'Authorization: Bearer KEY'", 'curl -H "Authorization: Bearer $MY_KEY"'],
  ['TypeScript', "createClient({ apiKey: 'KEY' });", 'createClient({ apiKey: process.env.MY_KEY });'],
  ['JavaScript', "{ Authorization: 'Bearer KEY' }", '{ Authorization: `Bearer $' + '{process.env.MY_KEY}` }'],
  [
    'Python',
    'headers={"Authorization": "Bearer KEY"}',
    `import os\nheaders={"Authorization": f"Bearer {os.environ['MY_KEY']}"}`,
  ],
  ['Ruby', "key = 'KEY'", "key = 'KEY'"],
])(
  'a sample in %s reads the key from an environment variable, if the language is known',
  (lang, source, expected) => {
    expect(keyFromVariable(source, lang, 'KEY', 'MY_KEY')).toBe(expected);
  },
);

test('generated JavaScript sends the request that it describes', async () => {
  const request = buildRequest(
    { ...shape, method: 'POST', path: '/pets', bodyTypes: ['application/json'] },
    {
      server: 'https://api.example',
      parameters: { 'query:since': "o'clock" },
      body: '{\n  "name": "Rex"\n}',
    },
  );
  const [curl, javaScript, python] = generateSamples(request);
  expect(curl?.source).toContain("--request POST 'https://api.example/pets?since=o%27clock'");
  expect(python?.source).toContain('method="POST"');
  const sent: unknown[] = [];
  const fetch = (...call: unknown[]) => {
    sent.push(...call);
    return new Response('{}');
  };
  const run = new Function('fetch', 'console', `return (async () => { ${javaScript?.source} })()`);
  await run(fetch, { log: () => {} });
  expect(sent).toEqual([
    'https://api.example/pets?since=o%27clock',
    {
      method: 'POST',
      headers: { Authorization: 'Bearer KEY', 'Content-Type': 'application/json' },
      body: '{"name":"Rex"}',
    },
  ]);
});

test.each(Object.keys(grammars))(
  'the console gives code in %s the colours of the built page',
  async (language) => {
    const request = {
      method: 'PUT',
      url: 'https://api.example/pets?since=o%27clock&limit=3',
      headers: [['X-Trace', 'a "quoted" <text>']] as const,
      body: '{\n  "name": "Rex",\n  "age": 3\n}',
    };
    const sources = [...generateSamples(request).map(({ source }) => source), request.body, 'run --port 1'];
    for (const source of sources)
      expect(await highlight(source, language)).toBe(codeHtml(hljs, source, language));
    expect((await highlight(sources.join('\n'), language)).match(/class="hljs-/g)?.length).toBeGreaterThan(2);
  },
);

test('the console only escapes code in a language that it does not know', async () => {
  expect(await highlight('a < "b" --c', 'brainstorm')).toBe(
    'a &lt; &quot;b&quot; <span class="option">--c</span>',
  );
});

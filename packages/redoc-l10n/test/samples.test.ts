import { describe, expect, test } from 'vitest';
import { type Followed, followValues } from '../src/samples/follow.ts';
import { generateSamples } from '../src/samples/generate.ts';
import { keyFromVariable } from '../src/samples/key-variable.ts';
import { buildRequest } from '../src/samples/request.ts';
import { shape } from './request-shape.ts';

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

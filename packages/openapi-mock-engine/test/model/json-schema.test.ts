import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { schemaDifferences } from '../../bench/schema-differences.ts';
import { Mock } from '../../src/mock.ts';
import { ContractError, checkValue, readContract } from '../../src/model/index.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

describe('differences from the JSON Schema Test Suite', () => {
  test.each(schemaDifferences)(
    'a difference from the test suite is in the README, and shown by a schema: $reason',
    ({ reason, count, example }) => {
      expect(readme).toMatch(rowOf(count, reason));
      const { schema, value, suite, own } = example;
      const judged = (): boolean => {
        const contract = readContract({ openapi: '3.1.0', components: { schemas: { schema } } });
        return checkValue(contract, { ...schema }, value).length === 0;
      };
      expect(own).not.toBe(suite);
      if (own === 'refused') expect(judged).toThrow(ContractError);
      else expect(judged()).toBe(own);
    },
  );

  test('the README counts the differences from the test suite', () => {
    const [, total = '', equal = ''] =
      /Of its ([\d,]+) cases, ([\d,]+) get the same result/.exec(readme) ?? [];
    const differing = schemaDifferences.reduce((sum, { count }) => sum + count, 0);
    expect(numberOf(total) - numberOf(equal)).toBe(differing);
  });
});

function rowOf(count: number, reason: string): RegExp {
  return new RegExp(`^\\| ${count} +\\| ${reason.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} *\\|$`, 'm');
}

function numberOf(text: string): number {
  return Number(text.replaceAll(',', ''));
}

describe('a schema with an `$id`, whose pointers begin at it', () => {
  const thing = {
    $id: 'https://schemas.example/thing',
    type: 'object',
    required: ['count', 'child'],
    properties: { count: { $ref: '#/$defs/count' }, child: { $ref: '#/$defs/child' } },
    unevaluatedProperties: false,
    $defs: {
      count: { type: 'integer', minimum: 3 },
      child: { type: 'object', required: ['size'], properties: { size: { $ref: '#/$defs/count' } } },
    },
  };
  const kind = {
    $id: 'https://schemas.example/kind',
    $ref: '#/$defs/kind',
    $defs: { kind: { enum: ['a', 'b'] } },
  };
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } };
  const mock = new Mock({
    openapi: '3.1.0',
    info: { title: 'Things', version: '1.0.0' },
    paths: {
      '/things/{kind}': {
        parameters: [
          { name: 'kind', in: 'path', required: true, schema: { $ref: '#/components/schemas/Kind' } },
        ],
        get: { responses: { 200: { description: 'A thing', content } } },
        put: { requestBody: { required: true, content }, responses: { 204: { description: 'Kept' } } },
      },
    },
    components: { schemas: { Thing: thing, Kind: kind } },
  });
  const ask = async (method: string, path: string, body?: object) => {
    const headers = { 'content-type': 'application/json' };
    const request = { method, path, query: '', headers };
    const { answer } = await mock.handle(
      body === undefined ? request : { ...request, body: JSON.stringify(body) },
    );
    return { status: answer.status, body: String(answer.body) };
  };

  test('a schema with an `$id` is answered with valid data', async () => {
    const { status, body } = await ask('GET', '/things/a');
    expect(status).toBe(200);
    expect(checkValue(mock.contract, thing, JSON.parse(body))).toEqual([]);
  });

  test('a schema with an `$id` is described in messages', async () => {
    expect(await ask('GET', '/things/c')).toMatchObject({
      status: 400,
      body: expect.stringContaining('Expected a or b.'),
    });
    const { status, body } = await ask('PUT', '/things/a', { count: 1, child: { size: 'x' }, more: 1 });
    expect(status).toBe(400);
    expect(JSON.parse(body).errors).toEqual([
      'body.count: 1 is not allowed. Expected an integer of at least 3.',
      'body.child.size: "x" is not allowed. Expected an integer of at least 3.',
      'body.more: 1 is not allowed, since there is no such property. Expected only count and child.',
    ]);
  });
});

test.each([
  [
    'email',
    ['ada@example.com', 'ada@[192.0.2.1]', 'ada@[IPv6:2001:db8::1]'],
    ['ada@[192.0.2.300]', 'ada@', 'a b@c.d'],
  ],
  ['hostname', ['api.example.com', 'xn--4gbwdl.xn--wgbh1c'], ['-a.example', 'a_b.example', '實例.example']],
  ['idn-hostname', ['實例.example', 'bücher.example'], ['a b.example', '〮b.example', '192.0.2.1']],
  [
    'uri',
    ['https://example.com/a?b=c#d', 'urn:isbn:1', 'http://[2001:db8::1]:80/'],
    ['/a', 'http://', 'http:/[::1]', 'http://[x/', 'http://a b/'],
  ],
  [
    'uri-reference',
    ['/a', '?b', '//example.com:80/p', '../c'],
    ['1:b', '//example.com:abc/', '//a@b@c/', '\\a', '/[a]'],
  ],
  ['iri', ['https://exämple.com/é'], ['https://exämple.com/\n', '/é']],
  ['iri-reference', ['/é', '#ƒ'], ['#ƒ\\', 'é\n']],
  ['uri-template', ['/pets/{id}', '{?a,b*}', '{v:20}'], ['{a,}', '{v:0}', '{a..b}', '{', 'a b']],
])('the format %s is checked by its standard', (format, right, wrong) => {
  const contract = readContract({ openapi: '3.1.0' });
  const isValid = (value: string): boolean => checkValue(contract, { format }, value).length === 0;
  expect(right.filter((value) => !isValid(value))).toEqual([]);
  expect(wrong.filter(isValid)).toEqual([]);
});

import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { createMockFetch } from '../src/browser.ts';
import { Generator } from '../src/generate/generate.ts';
import { sampleOfPattern } from '../src/generate/pattern.ts';
import { readContract } from '../src/model/index.ts';
import { createRandom } from '../src/random.ts';
import { growth, growthContract } from './support/growth.ts';
import { pets } from './support/pets.ts';

const generator = new Generator(readContract({ openapi: '3.1.0' }));
const ajv = new Ajv2020({ strict: false, validateFormats: false });

test.each([
  { type: 'integer', minimum: 3, maximum: 4 },
  { type: 'integer', exclusiveMinimum: 3, multipleOf: 7 },
  { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1, multipleOf: 0.25 },
  { type: 'integer', maximum: -1_000_000 },
  { type: 'string', minLength: 40, maxLength: 41 },
  { type: 'string', maxLength: 2 },
  { type: 'string', pattern: '^[A-Z]{3}-\\d{4}(?:\\.x)?$', minLength: 8 },
  { type: 'string', pattern: '^(?:red|green)[^a-z]+$' },
  { type: ['null', 'string'], minLength: 1 },
  { type: 'array', minItems: 3, uniqueItems: true, items: { enum: ['a', 'b', 'c', 'd'] } },
  { type: 'array', prefixItems: [{ type: 'integer' }, { const: 'x' }], items: false, minItems: 2 },
  { type: 'array', contains: { const: 9 }, minItems: 2 },
  { type: 'object', minProperties: 3, additionalProperties: { type: 'integer' } },
  {
    type: 'object',
    required: ['b'],
    properties: { a: { type: 'string' } },
    additionalProperties: false,
    patternProperties: { '^b': { type: 'boolean' } },
  },
  {
    allOf: [
      { required: ['a'], properties: { a: { type: 'integer', minimum: 5 } } },
      { properties: { a: { maximum: 6 } } },
    ],
  },
  { oneOf: [{ type: 'integer' }, { type: 'object', required: ['x'], properties: { x: { const: 1 } } }] },
  {
    if: { properties: { k: { const: 'a' } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: { required: ['v'] },
    properties: { k: { const: 'a' }, v: { type: 'integer' } },
    required: ['k'],
  },
  { not: { type: 'string' }, type: ['string', 'integer'] },
  {
    type: 'object',
    propertyNames: { pattern: '^[a-c]$' },
    additionalProperties: { type: 'string' },
    minProperties: 1,
  },
  {
    oneOf: [
      { type: 'object', properties: { a: { type: 'string' } } },
      { type: 'object', properties: { b: { type: 'string' } } },
      { type: 'object', properties: { c: { type: 'boolean' } } },
    ],
  },
  {
    type: 'object',
    required: ['part'],
    properties: {
      part: {
        oneOf: [
          { required: ['id'], properties: { id: { type: 'integer' }, permit: { type: 'string' } } },
          { required: ['id', 'permit'], properties: { id: { type: 'integer' }, permit: {} } },
        ],
      },
    },
  },
  {},
  true,
])('data generated for %j are valid by another validator', (schema) => {
  const validate = ajv.compile(schema);
  for (let key = 0; key < 40; key += 1) {
    const value = generator.generate(schema, { key, echo: {} });
    expect({ value, errors: validate(value) ? [] : validate.errors }).toMatchObject({ errors: [] });
  }
});

test('data generated for every schema of the growth contract are valid, and the same for the same key', () => {
  const grown = new Generator(growthContract);
  for (const [name, schema] of growthContract.componentSchemas) {
    for (let key = 0; key < 30; key += 1) {
      const value = grown.generate(schema, { key, echo: {} });
      expect({
        name,
        findings: growthContract.schemas.check(schema, value, { in: 'body', name }, 'response'),
      }).toEqual({ name, findings: [] });
      expect(grown.generate(schema, { key, echo: {} })).toEqual(value);
    }
  }
});

test('an unsatisfiable schema has no data, and a schema that requires itself ends', () => {
  expect(
    generator.generate({ allOf: [{ type: 'string' }, { type: 'integer' }] }, { key: 1, echo: {} }),
  ).toBeUndefined();
  const tree = readContract({
    openapi: '3.1.0',
    components: {
      schemas: {
        Tree: {
          type: 'object',
          required: ['kids'],
          properties: {
            kids: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
            next: { $ref: '#/components/schemas/Tree' },
          },
        },
      },
    },
  });
  const value = new Generator(tree).generate({ $ref: '#/components/schemas/Tree' }, { key: 1, echo: {} });
  expect(value).toHaveProperty('kids');
});

test.each([
  '^\\d{3}$',
  '[a-f0-9]{8}',
  '^(ab|cd)+$',
  '^[^\\s@]+@[a-z]+\\.[a-z]{2,}$',
  '\\w+\\.(?:png|jpg)',
  '^\\p{L}+$',
  '^[\\w.-]{1,20}$',
  '^#?[0-9A-F]{6}$',
])('a text is generated for the pattern %s', (pattern) => {
  for (let key = 0; key < 50; key += 1)
    expect(sampleOfPattern(pattern, createRandom(key))).toMatch(new RegExp(pattern, 'u'));
});

describe('answers follow the request', () => {
  const ask = async (document: object, path: string, options = {}) =>
    (await createMockFetch(document, options)(`https://mock.invalid${path}`)).json();

  test('an answer repeats the id of the path, and `limit` sets the length of its list', async () => {
    expect(await ask(pets, '/pets/42')).toMatchObject({ id: 42 });
    expect(await ask(pets, '/pets?limit=5')).toHaveLength(5);
    expect(await ask(pets, '/pets?limit=1')).toHaveLength(1);
  });

  test('the seed decides the answer, and the same request gets the same answer', async () => {
    expect(await ask(pets, '/pets/42')).toEqual(await ask(pets, '/pets/42'));
    expect(await ask(pets, '/pets/42', { seed: 2 })).not.toEqual(await ask(pets, '/pets/42'));
  });

  test('an answer is the example that matches the request', async () => {
    const two = structuredClone(pets);
    Object.assign(two.paths['/pets/{petId}'].get.responses[200].content['application/json'], {
      examples: { one: { value: { id: 1, name: 'One' } }, two: { value: { id: 2, name: 'Two' } } },
    });
    expect(await ask(two, '/pets/2')).toEqual({ id: 2, name: 'Two' });
    expect(await ask(two, '/pets/9')).toEqual({ id: 1, name: 'One' });
  });

  test('an answer is CSV or binary as documented, and a status without content has no body', async () => {
    const fetch = createMockFetch(growth);
    const csv = await fetch('https://mock.invalid/berths/brt_3/occupancy?from=2026-05-01', {
      headers: { 'X-Harbor-Key': 'k', accept: 'text/csv' },
    });
    expect([csv.headers.get('content-type'), await csv.text()]).toEqual([
      'text/csv',
      expect.stringMatching(/^day,occupied\n/),
    ]);
    const gone = await fetch('https://mock.invalid/berths/brt_3', {
      method: 'DELETE',
      headers: { 'X-Harbor-Key': 'k' },
    });
    expect([gone.status, await gone.text()]).toEqual([204, '']);
  });
});

test('an alternative whose discriminator is a constant of its own is generated with it', () => {
  const kind = (name: string) => ({
    type: 'object',
    required: ['kind'],
    properties: { kind: { const: name } },
  });
  const schema = {
    discriminator: { propertyName: 'kind' },
    oneOf: ['Cat', 'Dog'].map((name) => ({ $ref: `#/components/schemas/${name}` })),
  };
  const schemas = { Cat: kind('a cat'), Dog: kind('a dog') };
  const animals = new Generator(readContract({ openapi: '3.1.0', components: { schemas } }));
  const made = Array.from({ length: 30 }, (_, key) => animals.generate(schema, { key, echo: {} }));
  const kinds = new Set(made.map((value) => JSON.stringify(value)));
  expect([...kinds].sort()).toEqual(['{"kind":"a cat"}', '{"kind":"a dog"}']);
});

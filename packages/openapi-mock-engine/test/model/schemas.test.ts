import { describe, expect, test } from 'vitest';
import { checkValue, readContract } from '../../src/model/index.ts';

const none = readContract({ openapi: '3.1.0' });

describe('OpenAPI 3.0', () => {
  const contract = readContract({
    openapi: '3.0.3',
    components: { schemas: { Id: { type: 'integer', minimum: 5, exclusiveMinimum: true, nullable: true } } },
  });
  const ref = { $ref: '#/components/schemas/Id', type: 'string' };

  test.for([
    [6, true],
    [5, false],
    [null, true],
    ['6', false],
  ] as const)(
    'nullable, exclusive bounds and ignored siblings of $ref are read as in OpenAPI 3.0: %j is valid: %s',
    ([instance, valid]) => {
      expect(checkValue(contract, ref, instance).length === 0).toBe(valid);
    },
  );
});

describe('read-only and write-only properties', () => {
  const user = {
    type: 'object',
    required: ['id', 'password'],
    properties: { id: { type: 'integer', readOnly: true }, password: { type: 'string', writeOnly: true } },
  };

  test('read-only and write-only properties are required only where they are sent', () => {
    expect(checkValue(none, user, { password: 'x' }, { direction: 'request' })).toEqual([]);
    expect(checkValue(none, user, { id: 1 }, { direction: 'response' })).toEqual([]);
    expect(checkValue(none, user, {}).map(({ name: place }) => place)).toEqual([
      'value.id',
      'value.password',
    ]);
  });
});

test('a recursive schema checks a value at any depth', () => {
  const contract = readContract({
    openapi: '3.1.0',
    components: {
      schemas: {
        Tree: {
          type: 'object',
          required: ['v'],
          properties: { kids: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
        },
      },
    },
  });
  const [, tree] = contract.componentSchemas[0] ?? [];
  const deep = { v: 1, kids: [{ v: 2, kids: [{ v: 3 }, {}] }] };
  expect(checkValue(contract, tree ?? true, deep, { name: 'tree' }).map(({ message }) => message)).toEqual([
    'tree.kids[0].kids[1].v: is missing. Expected a value.',
  ]);
});

test('a pattern in the syntax of another language is reported once and not checked', () => {
  const contract = readContract({ openapi: '3.1.0' });
  const schemaOf = () => ({ type: 'string', pattern: '(?<!a+)(?i)x' });
  expect(checkValue(contract, schemaOf(), 'y')).toEqual([]);
  expect(checkValue(contract, schemaOf(), 'y')).toEqual([]);
  expect(contract.warnings).toEqual([
    'pattern: "(?<!a+)(?i)x" is not a regular expression of JavaScript, so it is not checked.',
  ]);
});

test('a schema that refers to itself without end is reported with its place', () => {
  const contract = readContract({
    openapi: '3.1.0',
    components: { schemas: { Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }] } } },
  });
  expect(() => checkValue(contract, { $ref: '#/components/schemas/Loop' }, 1)).toThrow(
    /refers to itself without end/,
  );
});

describe('a discriminator', () => {
  const unions = (mapping?: object) => ({
    oneOf: [{ $ref: '#/components/schemas/Active' }, { $ref: '#/components/schemas/Closed' }],
    discriminator: { propertyName: 'type', ...(mapping === undefined ? {} : { mapping }) },
  });
  const contract = readContract({
    openapi: '3.1.0',
    components: {
      schemas: {
        Active: { type: 'object', required: ['type'], properties: { type: { const: 'active' } } },
        Closed: { type: 'object', required: ['type'], properties: { type: { const: 'closed' } } },
      },
    },
  });
  const messages = (schema: object, type: string) =>
    checkValue(contract, { ...schema }, { type }).map(({ message }) => message);

  test('a discriminator without a mapping accepts a value that matches an alternative with another name', () => {
    expect(messages(unions(), 'active')).toEqual([]);
    expect(messages(unions(), 'opened')).toEqual([
      expect.stringContaining('value.type: "opened" is not allowed. Expected Active or Closed.'),
    ]);
  });

  test('a discriminator with a mapping only accepts its names', () => {
    const mapped = unions({ active: '#/components/schemas/Active' });
    expect(messages(mapped, 'active')).toEqual([]);
    expect(messages(mapped, 'closed')).toEqual([expect.stringContaining('value.type: "closed"')]);
  });

  test('a discriminator decodes the names of its alternatives, which references escape', () => {
    const schema = { type: 'object', properties: { type: { const: 'a/b c' } } };
    const escaped = readContract({ openapi: '3.1.0', components: { schemas: { 'a/b c': schema } } });
    const union = {
      oneOf: [{ $ref: '#/components/schemas/a~1b%20c' }],
      discriminator: { propertyName: 'type' },
    };
    expect(checkValue(escaped, union, { type: 'a/b c' })).toEqual([]);
    expect(checkValue(escaped, union, { type: 'a~1b c' }).map(({ message }) => message)).toEqual([
      expect.stringContaining('Expected "a/b c"'),
    ]);
  });
});

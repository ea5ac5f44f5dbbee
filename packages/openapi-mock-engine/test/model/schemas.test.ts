import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkValue, readContract } from '../../src/model/index.ts';

/** SCHEMA_RUNS=20000 runs more of them. */
const numRuns = Number(process.env.SCHEMA_RUNS ?? 300);
const none = readContract({ openapi: '3.1.0' });

/** Schemas and values of a few names and numbers, so that they often match. */
const name = fc.constantFrom('a', 'b', 'c');
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(null, true, false, 0, 1, 2, 3, 1.5, -1, '', 'a', 'bb', '😀'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));
const count = fc.nat({ max: 3 });
const { schema } = fc.letrec((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.boolean(),
    fc
      .constantFrom('null', 'boolean', 'integer', 'number', 'string', 'array', 'object')
      .map((type) => ({ type })),
    fc.record(
      {
        enum: fc.uniqueArray(value, {
          minLength: 1,
          maxLength: 3,
          comparator: (a, b) => JSON.stringify(a) === JSON.stringify(b),
        }),
        const: value,
        minimum: count,
        exclusiveMaximum: count,
        multipleOf: fc.constantFrom(1, 2, 0.5),
        minLength: count,
        maxLength: count,
        pattern: fc.constantFrom('^a', 'b+', '^$'),
        minItems: count,
        maxItems: count,
        uniqueItems: fc.boolean(),
        minProperties: count,
        maxProperties: count,
        required: fc.uniqueArray(name, { maxLength: 2 }),
        dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), {
          maxKeys: 2,
          noNullPrototype: true,
        }),
      },
      { requiredKeys: [] },
    ),
    fc.record(
      {
        properties: fc.dictionary(name, tie('schema'), { maxKeys: 2, noNullPrototype: true }),
        patternProperties: fc.dictionary(fc.constantFrom('^a', 'b'), tie('schema'), {
          maxKeys: 2,
          noNullPrototype: true,
        }),
        additionalProperties: tie('schema'),
        propertyNames: tie('schema'),
        unevaluatedProperties: tie('schema'),
        prefixItems: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
        items: tie('schema'),
        contains: tie('schema'),
        unevaluatedItems: tie('schema'),
        allOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
        anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 2 }),
        oneOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }),
        not: tie('schema'),
        if: tie('schema'),
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
        then: tie('schema'),
        else: tie('schema'),
        dependentSchemas: fc.dictionary(name, tie('schema'), { maxKeys: 1, noNullPrototype: true }),
      },
      { requiredKeys: [] },
    ),
  ),
}));

/**
 * Undefined if the code that ajv compiles fails: 8.20 does on `patternProperties` and `unevaluatedProperties`
 * in a `not`.
 */
function verdictOf(ajv: Ajv2020, schema: boolean | object, instance: unknown): boolean | undefined {
  const validate = ajv.compile(schema);
  try {
    return validate(instance);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

test('the schema check agrees with ajv on any schema and any value', () => {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false });
  let valid = 0;
  fc.assert(
    // The cast: the arbitraries make schemas and JSON values, which their recursive types do not say.
    fc.property(schema as fc.Arbitrary<boolean | object>, value, (given, instance) => {
      const expected = verdictOf(ajv, given, instance);
      fc.pre(expected !== undefined);
      if (expected) valid += 1;
      const findings = checkValue(none, typeof given === 'boolean' ? given : { ...given }, instance);
      expect(findings.length === 0).toBe(expected);
    }),
    // ajv 8.20 takes `[]` for valid by `{ prefixItems: [false], contains: false }`: about one schema in 5,000 meets such a
    // fault. The seed keeps the suite from depending on luck; SCHEMA_RUNS looks further.
    { numRuns, ...(process.env.SCHEMA_RUNS === undefined ? { seed: 1 } : {}) },
  );
  expect(valid).toBeGreaterThan(numRuns / 20);
});

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

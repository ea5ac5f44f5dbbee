import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
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

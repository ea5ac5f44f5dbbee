import { mkdirSync, writeFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { composeChecks } from '../scripts/generator/checks.ts';
import type { Check } from '../src/operation.ts';

const document = {
  components: {
    schemas: {
      Point: {
        type: 'object',
        required: ['x', 'y'],
        properties: { x: { type: 'number', maximum: 9 }, y: { type: 'integer', minimum: -2 } },
      },
      Tree: {
        type: 'object',
        properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
      },
    },
  },
};
const schemas = {
  point: { $ref: '#/components/schemas/Point' },
  points: { type: 'array', minItems: 1, maxItems: 2, items: { $ref: '#/components/schemas/Point' } },
  named: {
    type: 'object',
    description: 'With every keyword that checks of texts have.',
    required: ['name'],
    properties: {
      name: { type: 'string', pattern: '^[a-c]+$' },
      kind: { type: 'string', enum: ['x', 'y'] },
      isOpen: { type: 'boolean' },
      secret: { type: 'string', writeOnly: true },
      more: true,
      list: { type: 'array' },
      map: { type: 'object' },
    },
  },
};

let composed: Record<string, Check>;
beforeAll(async () => {
  const folder = new URL('../reports/checks/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const file = new URL('composed.ts', folder);
  writeFileSync(file, composeChecks(document, schemas, '../src/') ?? '');
  composed = await import(/* @vite-ignore */ file.href);
});

const value = fc.oneof(
  { withCrossShrink: true },
  fc.constantFrom('a', 'cab', 'x', 'd', '', true, false, null, Number.POSITIVE_INFINITY, -3, 0, 9.5, 8),
  fc.jsonValue({ maxDepth: 1 }),
);
const point = fc.record({ x: value, y: value, z: value }, { requiredKeys: [] });
const anything = fc.oneof(
  value,
  point,
  fc.array(fc.oneof(point, fc.record({ x: fc.nat(9), y: fc.nat() })), { maxLength: 3 }),
  fc.record(
    { name: value, kind: value, isOpen: value, secret: value, more: value, list: value, map: value },
    { requiredKeys: [] },
  ),
);

test.for(Object.keys(schemas) as (keyof typeof schemas)[])(
  'the composed check of %s accepts the values that a full validator accepts',
  (name) => {
    const ajv = new Ajv2020.default({ strict: false, strictNumbers: true });
    const validate = ajv.compile({ ...document, ...schemas[name] });
    fc.assert(
      fc.property(anything, (candidate) => {
        expect(composed[name]?.(candidate) === undefined).toBe(validate(candidate));
      }),
      { numRuns: 500 },
    );
  },
);

test('a composed check says where the first problem is, and what is expected', () => {
  expect(
    composed['points']?.([
      { x: 1, y: 2 },
      { x: 10, y: 2 },
    ]),
  ).toBe('/1/x must be <= 9');
  expect(composed['points']?.([])).toBe(' must have at least 1 items');
  expect(composed['named']?.({ name: 'z' })).toBe('/name must match pattern "^[a-c]+$"');
  expect(composed['named']?.({ name: 'a', kind: 'z' })).toBe('/kind must be one of "x", "y"');
  expect(composed['point']?.({ x: 1 })).toBe(' must have the property "y"');
});

test.for([
  ['a recursive schema', { $ref: '#/components/schemas/Tree' }],
  ['alternatives', { oneOf: [{ type: 'string' }, { type: 'number' }] }],
  ['a list of types', { type: ['string', 'null'] }],
  ['no type', { properties: { a: { type: 'string' } } }],
  ['a constant that is an object', { type: 'object', enum: [{ a: 1 }] }],
  ['a keyword that only a full validator knows', { type: 'object', propertyNames: { pattern: 'a' } }],
  ['a reference next to other keywords', { $ref: '#/components/schemas/Point', required: ['z'] }],
  ['a schema that is false', { type: 'array', items: false }],
] as const)('a schema with %s is left to the full validator', ([_, schema]) => {
  expect(composeChecks(document, { check: schema }, '')).toBe(undefined);
});

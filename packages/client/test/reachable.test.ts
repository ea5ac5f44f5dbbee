import { expect, test } from 'vitest';
import { reachable } from '../scripts/generator/reachable.ts';

const document = {
  openapi: '3.1.0',
  paths: { '/pets': { get: { parameters: [{ name: 'limit', schema: { type: 'integer' } }] } } },
  components: {
    schemas: {
      Pet: { type: 'object', properties: { owner: { $ref: '#/components/schemas/Owner' } } },
      Owner: { type: 'object', properties: { pets: { items: { $ref: '#/components/schemas/Pet' } } } },
      Other: { type: 'string' },
    },
  },
};
const { Pet, Owner } = document.components.schemas;

test('a schema is compiled with what it refers to, also by other references and in a circle', () => {
  expect(reachable(document, { check: { $ref: '#/components/schemas/Pet' } })).toEqual({
    components: { schemas: { Pet, Owner } },
  });
  expect(reachable(document, { check: { type: 'string' } })).toEqual({});
});

test('a schema may refer to a part of another schema, or of a path', () => {
  expect(
    reachable(document, [
      { $ref: '#/paths/~1pets/get/parameters/0/schema' },
      { $ref: '#/components/schemas/Owner' },
      { $ref: '#/components/schemas/Owner/properties/pets' },
    ]),
  ).toEqual({
    paths: { '/pets': { get: { parameters: { 0: { schema: { type: 'integer' } } } } } },
    components: { schemas: { Pet, Owner } },
  });
});

test('a schema that refers to an anchor is compiled with the whole document', () => {
  expect(reachable(document, { $dynamicRef: '#node' })).toBe(document);
});

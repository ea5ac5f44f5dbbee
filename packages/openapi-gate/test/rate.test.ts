import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { highest } from '../src/bump.ts';
import { rate } from '../src/rate/rate.ts';
import { EDITS } from './edits.ts';

const folder = mkdtempSync(join(tmpdir(), 'openapi-gate-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const components = { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } };
const file = (name: string, paths: object, more: object = {}): string => {
  const path = join(folder, name);
  const document = {
    openapi: '3.1.1',
    info: { title: 'Edits', version: '1.0.0' },
    components,
    paths,
    ...more,
  };
  writeFileSync(path, JSON.stringify(document));
  return path;
};

/** Every edit is one path of the same two documents, so a single comparison is enough. */
const paths = (side: 'before' | 'after') =>
  Object.fromEntries(EDITS.map((edit, index) => [`/edit-${index}`, { post: edit[side] }]));
const rating = rate(file('before.json', paths('before')), file('after.json', paths('after')), {
  root: folder,
});
const changesOf = (index: number) =>
  rating.changes.filter(
    ({ subject }) => subject.operation?.endsWith(` /edit-${index}`) || subject.operation === `/edit-${index}`,
  );

test('replacing an alternative with another component of the same form is a major change', () => {
  const pets = (name: string) => ({
    '/pets': {
      post: {
        requestBody: {
          content: {
            'application/json': {
              schema: { anyOf: [{ $ref: `#/components/schemas/${name}` }, { type: 'string' }] },
            },
          },
        },
        responses: { '200': { description: 'Done.' } },
      },
    },
  });
  const schemas = Object.fromEntries(
    ['Dog', 'Cat'].map((name) => [name, { type: 'object', properties: { name: { type: 'string' } } }]),
  );
  const both = (name: string) => file(`${name}.json`, pets(name), { components: { schemas } });
  expect(rate(both('Dog'), both('Cat'), { root: folder }).changes).toMatchObject([
    { bump: 'major', rule: 'alternative-replaced' },
  ]);
});

test('the place of a change names properties and alternatives, but no parts of schemas and no references', () => {
  const shapes = (kinds: string[]) => ({
    paths: {
      '/shapes': {
        get: {
          responses: {
            '200': {
              description: 'Shapes.',
              content: {
                'application/json': { schema: { allOf: [{ $ref: '#/components/schemas/Shape' }] } },
              },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        Shape: {
          type: 'object',
          oneOf: [{ $ref: '#/components/schemas/Line' }],
          discriminator: { propertyName: 'type', mapping: { LINE: '#/components/schemas/Line' } },
        },
        Line: { allOf: [{ type: 'object', properties: { kind: { $ref: '#/components/schemas/Kind' } } }] },
        Kind: { type: 'string', enum: kinds },
      },
    },
  });
  const [before, after] = [['STRAIGHT'], ['STRAIGHT', 'CURVED']].map((kinds, index) => {
    const { paths: of, ...more } = shapes(kinds);
    return file(`shapes-${index}.json`, of, more);
  });
  const { changes } = rate(String(before), String(after), { root: folder });
  expect(changes.map(({ subject }) => subject.parts.at(-1)?.name)).toEqual(['LINE.kind']);
});

test('removing a path without operations is a patch', () => {
  const path = { '/pets': { get: { responses: { '200': { description: 'Pets.' } } } } };
  const before = file('with-group.json', { ...path, '/group': { description: 'A heading.' } });
  expect(rate(before, file('without-group.json', path), { root: folder }).changes).toMatchObject([
    { bump: 'patch', rule: 'empty-path-removed' },
  ]);
});

describe('rates one edit as a careful maintainer would', () => {
  test.each(EDITS.map(({ title, bump }, index) => ({ title, bump, index })))(
    'an edit is rated $bump, as a careful maintainer would: $title',
    ({ bump, index }) => {
      const changes = changesOf(index);
      expect({ bump: highest(changes.map((change) => change.bump)), changes }).toMatchObject({ bump });
    },
  );
});

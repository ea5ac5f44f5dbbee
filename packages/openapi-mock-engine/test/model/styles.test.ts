import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deserialize, serializeParameters, sourceOf } from '../../src/model/index.ts';
import { matchPath } from '../../src/model/match-path.ts';
import { contractOf } from './contracts.ts';

const color = {
  empty: '',
  string: 'blue',
  array: ['blue', 'black', 'brown'],
  object: { R: 100, G: 200, B: 150 },
};
const schemas = {
  empty: { type: 'string' },
  string: { type: 'string' },
  array: { type: 'array', items: { type: 'string' } },
  object: {
    type: 'object',
    properties: { R: { type: 'integer' }, G: { type: 'integer' }, B: { type: 'integer' } },
  },
};
type Shape = keyof typeof color;

function written(parameter: object, shape: Shape, value: unknown = color[shape]) {
  const place = 'in' in parameter ? parameter.in : '';
  const { contract, operation } = contractOf(
    { parameters: [{ name: 'color', required: true, schema: schemas[shape], ...parameter }] },
    { path: place === 'path' ? '/things/{color}' : '/things' },
  );
  const group =
    { path: 'path', query: 'query', header: 'headers', cookie: 'cookies' }[String(place)] ?? 'query';
  return { contract, operation, sent: serializeParameters(operation, { [group]: { color: value } }) };
}

describe('the examples of the OpenAPI specification', () => {
  test.for([
    ['path', 'matrix', false, 'empty', ';color'],
    ['path', 'matrix', false, 'string', ';color=blue'],
    ['path', 'matrix', false, 'array', ';color=blue,black,brown'],
    ['path', 'matrix', false, 'object', ';color=R,100,G,200,B,150'],
    ['path', 'matrix', true, 'array', ';color=blue;color=black;color=brown'],
    ['path', 'matrix', true, 'object', ';R=100;G=200;B=150'],
    ['path', 'label', false, 'string', '.blue'],
    ['path', 'label', false, 'array', '.blue,black,brown'],
    ['path', 'label', false, 'object', '.R,100,G,200,B,150'],
    ['path', 'label', true, 'array', '.blue.black.brown'],
    ['path', 'label', true, 'object', '.R=100.G=200.B=150'],
    ['path', 'simple', false, 'string', 'blue'],
    ['path', 'simple', false, 'array', 'blue,black,brown'],
    ['path', 'simple', false, 'object', 'R,100,G,200,B,150'],
    ['path', 'simple', true, 'object', 'R=100,G=200,B=150'],
    ['header', 'simple', false, 'array', 'blue,black,brown'],
    ['header', 'simple', true, 'object', 'R=100,G=200,B=150'],
    ['query', 'form', false, 'empty', 'color='],
    ['query', 'form', false, 'string', 'color=blue'],
    ['query', 'form', false, 'array', 'color=blue,black,brown'],
    ['query', 'form', false, 'object', 'color=R,100,G,200,B,150'],
    ['query', 'form', true, 'array', 'color=blue&color=black&color=brown'],
    ['query', 'form', true, 'object', 'R=100&G=200&B=150'],
    ['query', 'spaceDelimited', false, 'array', 'color=blue%20black%20brown'],
    ['query', 'spaceDelimited', false, 'object', 'color=R%20100%20G%20200%20B%20150'],
    ['query', 'pipeDelimited', false, 'array', 'color=blue%7Cblack%7Cbrown'],
    ['query', 'pipeDelimited', false, 'object', 'color=R%7C100%7CG%7C200%7CB%7C150'],
    ['query', 'deepObject', true, 'object', 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150'],
    ['cookie', 'form', false, 'string', 'color=blue'],
    ['cookie', 'form', false, 'array', 'color=blue,black,brown'],
  ] as const)(
    'a parameter in %s of style %s, with explode %s, writes the %s as %s, and is read back',
    ([place, style, explode, shape, text]) => {
      const { contract, operation, sent } = written({ in: place, style, explode }, shape);
      const [parameter] = operation.parameters;
      if (parameter === undefined) throw new Error('no parameter');
      const found = {
        path: sent.path.replace('/things/', ''),
        query: sent.query,
        header: sent.headers.color,
        cookie: sent.cookie,
      };
      expect(found[place]).toBe(text);
      // And back.
      const source = sourceOf({
        path: place === 'path' ? { color: text } : {},
        query: sent.query,
        headers: { color: sent.headers.color, cookie: sent.cookie },
      });
      expect(deserialize(parameter, source, contract.schemas)).toEqual({ sent: true, value: color[shape] });
    },
  );
});

test('serialized values are deserialized unchanged, in every style that preserves them', () => {
  const item = fc.string({ minLength: 1, unit: 'grapheme' });
  const styles = fc.constantFrom(
    { in: 'query', style: 'form', explode: true },
    { in: 'query', style: 'form', explode: false },
    { in: 'query', style: 'pipeDelimited', explode: false },
    { in: 'query', style: 'spaceDelimited', explode: false },
    { in: 'path', style: 'simple', explode: false },
    { in: 'path', style: 'label', explode: false },
    { in: 'path', style: 'matrix', explode: true },
    { in: 'path', style: 'matrix', explode: false },
  );
  fc.assert(
    fc.property(styles, fc.array(item, { minLength: 1, maxLength: 4 }), (style, items) => {
      const values = style.style.endsWith('Delimited')
        ? items.map((text) => text.replaceAll(/[ |+]/g, '_'))
        : items;
      const { contract, operation, sent } = written(style, 'array', values);
      const [parameter] = operation.parameters;
      if (parameter === undefined) throw new Error('no parameter');
      const path = matchPath(operation.path, sent.path) ?? {};
      expect(deserialize(parameter, sourceOf({ path, query: sent.query }), contract.schemas)).toEqual({
        sent: true,
        value: values,
      });
    }),
    { numRuns: 500 },
  );
});

test('a parameter of the style deepObject can contain objects and lists', () => {
  const filter = {
    type: 'object',
    properties: {
      age: { type: 'object', properties: { gte: { type: 'integer' } } },
      tags: { type: 'array', items: { type: 'string' } },
      name: { type: 'string' },
    },
  };
  const { contract, operation } = contractOf({
    parameters: [{ name: 'filter', in: 'query', style: 'deepObject', explode: true, schema: filter }],
  });
  const value = { age: { gte: 3 }, tags: ['a', 'b'], name: 'x y' };
  const { query } = serializeParameters(operation, { query: { filter: value } });
  const [parameter] = operation.parameters;
  if (parameter === undefined) throw new Error('no parameter');
  expect(deserialize(parameter, sourceOf({ query }), contract.schemas)).toEqual({ sent: true, value });
});

test('a parameter with content is a document of its media type', () => {
  const { contract, operation } = contractOf({
    parameters: [
      { name: 'where', in: 'query', content: { 'application/json': { schema: { type: 'object' } } } },
    ],
  });
  const { query } = serializeParameters(operation, { query: { where: { a: ['&', '='] } } });
  const [parameter] = operation.parameters;
  if (parameter === undefined) throw new Error('no parameter');
  expect(deserialize(parameter, sourceOf({ query }), contract.schemas)).toEqual({
    sent: true,
    value: { a: ['&', '='] },
  });
});

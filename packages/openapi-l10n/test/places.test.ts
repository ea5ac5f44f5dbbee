import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import { type Json, type JsonObject, type Path, parseSource } from '../src/index.ts';
import { isObject } from '../src/json.ts';

/** Every path of a value, with those of its members. */
function* pathsOf(value: Json | undefined, path: Path = []): Generator<Path> {
  yield path;
  const members = Array.isArray(value) ? value.entries() : isObject(value) ? Object.entries(value) : [];
  for (const [key, member] of members) yield* pathsOf(member, [...path, key]);
}

/** The offset that another parser gives to a value; undefined for an empty one. */
function expected(text: string, path: Path): number | undefined {
  let node: unknown = parseDocument(text).contents;
  for (const step of path) {
    if (isMap(node))
      node = node.items.find(
        (pair) => isPair(pair) && isScalar(pair.key) && String(pair.key.value) === step,
      )?.value;
    else if (isSeq(node)) node = node.items[Number(step)];
  }
  if (!isNode(node) || isAlias(node) || (isScalar(node) && node.value === null)) return undefined;
  return node.range?.[0];
}

function compare(text: string, file: string): void {
  const source = parseSource(text, file);
  const paths = [...pathsOf(source.value)];
  source.prepare(paths);
  for (const path of paths) {
    const offset = expected(text, path);
    if (offset !== undefined)
      expect({ path, ...source.locate(path) }).toEqual({ path, file, ...source.lines.at(offset) });
  }
}

const value = fc.letrec<{ value: Json; object: JsonObject }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      'a',
      'a: b',
      '',
      'two\nlines\n',
      '  indented\n\nend',
      "it's",
      '"',
      'true',
      ' # no comment',
      '- x',
    ),
    fc.string(),
    fc.constantFrom(true, null, 1.5),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom('a', 'b c', '~/x', "d'", '5', '', 'on'), tie('value'), {
    maxKeys: 4,
  }),
})).object;

test('each value of YAML is found where another parser finds it', () => {
  fc.assert(
    fc.property(
      value,
      fc.constantFrom('PLAIN', 'BLOCK_FOLDED', 'BLOCK_LITERAL', 'QUOTE_SINGLE'),
      (json, style) => {
        compare(stringify(json, { defaultStringType: style, aliasDuplicateObjects: false }), 'a.yaml');
      },
    ),
    { numRuns: 200 },
  );
  compare(
    '# c\na: &x {b: [1, "y"], c: !!str 5}\nd: *x\ne: | # block\n\n  f\ng:\n  -\n    h: >2-\n      i\n',
    'a.yaml',
  );
});

test('each value of JSON is found where a parser of YAML finds it', () => {
  fc.assert(
    fc.property(value, fc.constantFrom(0, 2), (json, indent) =>
      compare(JSON.stringify(json, null, indent), 'a.json'),
    ),
    { numRuns: 200 },
  );
});

test('a missing value has the place of its nearest ancestor', () => {
  for (const [text, file] of [
    ['a:\n  b: 1\n', 'a.yaml'],
    ['{"a":\n  {"b": 1}}', 'a.json'],
  ] as const)
    expect(parseSource(text, file).locate(['a', 'c', 0])).toEqual({ file, line: 2, column: 3 });
});

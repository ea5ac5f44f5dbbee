import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { yamlValue } from '../src/document/yaml-value.ts';

/** Texts that YAML parsers read differently, depending on version and library. */
const scalars = [
  ...['~', 'null', 'Null', 'NULL', 'nUll', 'true', 'True', 'TRUE', 'yes', 'No', 'on', 'off', 'y', 'n'],
  ...[
    '0',
    '-0',
    '+1',
    '012',
    '0o14',
    '0x1F',
    '0b11',
    '1_000',
    '1e3',
    '1E+3',
    '.5',
    '5.',
    '-.5',
    '1.2.3',
    '190:20:30',
  ],
  ...['.inf', '-.INF', '.NaN', '9007199254740993', '2026-01-31', '2026-01-31T23:59:59-5:00', '23:59', '='],
  ...['"a\\u00e9\\n"', "'it''s'", '"\\x41"', 'a: b # c', '[1, {a: b}]', '{a: , b}', '!!str 5', '? a\n: b'],
  ...[
    '|\n  a\n\n   b\n',
    '>-\n  a\n  b\n\n  c',
    '|+\n  a\n\n',
    '- a\n-   - b',
    '<<: {a: 1}\nb: 2',
    '__proto__: 1',
    '5: five',
  ],
];

test.each(scalars)('the fast parser reads the YAML %j like the parser with places', (text) => {
  const source = `key:\n  ${text.replaceAll('\n', '\n  ')}\n`;
  expect(yamlValue(source)).toEqual(parse(source, { merge: true }));
});

test('the fast parser reads any JSON like the parser with places, or leaves it to that parser', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 4 }),
      fc.constantFrom('BLOCK_FOLDED', 'QUOTE_DOUBLE', 'PLAIN'),
      (value, style) => {
        const text = stringify({ value }, { defaultStringType: style, aliasDuplicateObjects: false });
        const fast = yamlValue(text);
        if (style === 'QUOTE_DOUBLE') expect(fast).toEqual(parse(text));
        else expect([undefined, parse(text)]).toContainEqual(fast);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ['anchors', 'a: &x 1\nb: *x\n'],
  ['a repeated key', 'a: 1\na: 2\n'],
  ['several documents', 'a: 1\n---\nb: 2\n'],
  ['no text', ''],
  ['a text that is not YAML', 'a: b: c\n'],
])('the fast parser leaves YAML with %s to the parser with places', (_, text) => {
  expect(yamlValue(text)).toBeUndefined();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault } from '../src/document/json-fault.ts';

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('a syntax error is found in exactly those texts that JSON.parse rejects', () => {
  const piece = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u00e9"',
      '"\\x"',
      '"',
      "'",
      '1',
      '-0',
      '01',
      '1.',
      '1e3',
      '.5',
      'true',
      'nul',
    ],
    ...[' ', '\n', '\t', '\u00A0', '//', '"b": 1', '{"a": [1, {"b": null}]}'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), fc.json(), fc.nat(60), (pieces, json, cut) => {
      for (const text of [pieces.join(''), json, json.slice(0, cut), json.slice(0, cut) + pieces.join('')]) {
        expect(jsonFault(text) === undefined, text).toBe(isJson(text));
      }
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['{"a": 1,\n "b" 2}', 14, ':'],
  ['[1, ]', 4, 'value'],
  ['{"a": 1,}', 8, 'key'],
  ['{"a": 1', 7, ', or }'],
  ['1 2', 2, 'end'],
])('the syntax error of %j is at offset %i, where %j is expected', (text, offset, expected) => {
  expect(jsonFault(text)).toEqual({ offset, expected });
});

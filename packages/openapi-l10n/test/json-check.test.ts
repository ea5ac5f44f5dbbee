import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkJson } from '../src/document/json-check.ts';
import { Lines } from '../src/document/lines.ts';
import { InputError } from '../src/errors.ts';

/** The error for a text; undefined when it is JSON. */
const faultOf = (text: string): InputError | undefined => {
  try {
    checkJson(text, 'a.json', new Lines(text));
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
};

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
        if (faultOf(text)?.message.includes('is repeated')) continue;
        expect(faultOf(text) === undefined, text).toBe(isJson(text));
      }
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['{"a": 1,\n "b" 2}', '2:6', 'a colon'],
  ['[1, ]', '1:5', 'a value'],
  ['{"a": 1,}', '1:9', 'a key in double quotes'],
  ['{"a": 1', '1:8', 'a comma or }'],
  ['[1', '1:3', 'a comma or ]'],
  ['1 2', '1:3', 'the end of the file'],
  ['[1 2]', '1:4', 'a comma, or the end of the list or object'],
  ["{'a': 1}", '1:2', 'JSON, where texts and keys have double quotes'],
  ['{"a": "\\x"}', '1:7', 'an escape sequence of JSON, such as \\n'],
  ['{"a": "b\n"}', '1:7', 'a closing double quote'],
  ['[1, // one\n 2]', '1:5', 'no comment'],
  ['{"a": nul}', '1:7', 'JSON, where'],
  ['{"a": }', '1:7', 'a value'],
])('the syntax error of %j is at %s, where %j is expected', (text, place, expected) => {
  expect(faultOf(text)?.toText()).toContain(`a.json:${place}: Not valid JSON\n  expected: ${expected}`);
});

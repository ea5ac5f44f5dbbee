import { describe, expect, test } from 'vitest';
import { contract, folderWith, good, overlay, refused, run } from './run.ts';

const check = ['check', 'openapi.yaml', 'fr.yaml'];
const overlayOn = (target: string, update: string) =>
  `overlay: 1.0.0\ninfo: { title: fr, version: "1" }\nactions:\n  - target: ${target}\n    update: ${update}\n`;

describe('an invalid contract', () => {
  test.each([
    ['not YAML', 'a: [1\nb: }\n', 'openapi.yaml:2:1: Not valid YAML', 'Fix the file at this place'],
    ['cut off', 'openapi: 3.1.0\ninfo: { title: Pets', 'openapi.yaml:2:', 'Fix the file'],
    ['empty', '', 'openapi.yaml:1:1: The contract must be an object, but the file is empty', 'expected'],
    [
      'a list',
      '- 1\n',
      'openapi.yaml:1:1: The contract must be an object, but the file is a list',
      'expected',
    ],
    ['a single value', 'hello\n', 'openapi.yaml:1:1: The contract must be an object', 'expected'],
    ['not OpenAPI', 'a: 1\n', 'openapi.yaml:1:1: This is not an OpenAPI document', '"openapi": "3.0.x"'],
    ['Swagger', 'swagger: "2.0"\n', 'openapi.yaml:1:1: This is Swagger 2.0', '"openapi": "3.0.x"'],
    ['of the future', 'openapi: 4.0.0\n', 'Unknown version of OpenAPI: "4.0.0"', '3.2.x'],
    [
      'an overlay',
      overlay,
      'openapi.yaml:1:1: This is an overlay, not a contract',
      'Pass the contract first',
    ],
    [
      'with a duplicate key',
      'openapi: 3.1.0\ninfo: {}\ninfo: {}\n',
      'openapi.yaml:3:1: A key is repeated',
      'Remove one',
    ],
    [
      'of several documents',
      `${contract}---\na: 1\n`,
      'The file contains several YAML documents',
      'one document per file',
    ],
    [
      'without an end',
      'openapi: 3.1.0\ninfo: &a\n  title: Pets\n  x: *a\n',
      'openapi.yaml:3:3: An anchor of the file contains itself',
      '$ref',
    ],
    ['with a bomb of anchors', bomb(), 'openapi.yaml:1:1: The anchors of the file cannot be followed', ''],
    ['nested too deeply', `openapi: ${'['.repeat(20_000)}`, 'The document is nested', 'right file'],
  ])('an invalid contract is refused: %s', async (_, text, what, help) => {
    const err = await refused({ 'openapi.yaml': text }, check);
    expect(err).toContain(what);
    expect(err).toContain(help);
  });

  test.each([
    [
      'a duplicate key',
      '{"openapi": "3.1.0",\n "info": {},\n "info": {}}',
      'openapi.json:3:2: The key "info" is repeated',
    ],
    [
      'not JSON',
      '{"openapi": "3.1.0",\n "info": }',
      'openapi.json:2:10: Not valid JSON\n  expected: a value',
    ],
    ['cut off', '{"openapi": "3.1.0",\n', 'openapi.json:2:1: Not valid JSON\n  expected: a key'],
    ['with a comma too many', '{"openapi": [1, ]}', 'openapi.json:1:17: Not valid JSON\n  expected: a value'],
    ['YAML', 'openapi: 3.1.0\n', 'openapi.json:1:1: Not valid JSON\n  expected: JSON'],
    ['nested too deeply', `{"openapi": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 'openapi.json:1:'],
  ])('an invalid JSON contract is refused: %s', async (_, text, what) => {
    expect(await refused({ 'openapi.json': text }, ['check', 'openapi.json', 'fr.yaml'])).toContain(what);
  });

  test('a contract that is not UTF-8 is refused', async () => {
    const latin = new Uint8Array([0x6f, 0xe9, 0x0a]);
    expect(await refused({ 'openapi.yaml': latin }, check)).toContain(
      'Cannot read openapi.yaml: it is not UTF-8',
    );
  });
});

describe('an invalid overlay', () => {
  const applied = ['apply', 'openapi.yaml', 'fr.yaml', '-o', 'out.json'];
  test.each([
    ['not an overlay', 'a: 1\n', 'fr.yaml:1:1: The field "overlay" is missing'],
    [
      'without actions',
      'overlay: 1.0.0\ninfo: { title: fr, version: "1" }\n',
      'fr.yaml:1:1: The field "actions" is missing',
    ],
    [
      'with a misspelt field',
      overlay.replace('update:', 'updat:'),
      'fr.yaml:6:12: Unknown field "updat" in the action',
    ],
    ['of another version', overlay.replace('1.0.0', '2.0.0'), 'fr.yaml:1:10: The field "overlay" is "2.0.0"'],
    [
      'with an invalid JSONPath',
      overlayOn('$.info[', '{ title: A }'),
      'fr.yaml:4:13: JSONPath syntax error at character 8 of $.info[: unclosed',
    ],
    [
      'with a target that is not a path',
      overlayOn('info', '{ title: A }'),
      'fr.yaml:4:13: The target "info" does not begin with $',
    ],
  ])('an invalid overlay is refused: %s', async (_, text, what) => {
    expect(await refused({ 'fr.yaml': text }, check)).toContain(what);
    expect(await refused({ 'fr.yaml': text }, applied)).toContain(what);
  });

  test.each([
    [
      'an update that does not fit its target',
      overlayOn('$.paths', '[a]'),
      'fr.yaml:5:13: The array of the update does not fit the object at /paths',
    ],
    ['a target that selects unlike values', overlayOn('$.*', 'A'), 'fr.yaml:4:13'],
  ])('apply refuses %s', async (_, text, what) => {
    expect(await refused({ 'fr.yaml': text }, applied)).toContain(what);
  });

  test('a target that matches several places is reported with the place and the difference', async () => {
    using folder = folderWith({ ...good, 'fr.yaml': overlayOn("$.paths['/pets'].*", '{ summary: Lister }') });
    const { code, out } = await run([...check, '--rule', 'missing=off'], folder.path);
    expect(code).toBe(1);
    expect(out).toContain('fr.yaml:4:13  error  ambiguous');
    expect(out).toContain('The target selects 2 places, and their texts differ: “List all pets”');
    expect(out).toContain('/paths/~1pets/get/summary');
  });

  test('several places with the same text may share a translation', async () => {
    const both = contract.replace('Add a pet', 'List all pets');
    using folder = folderWith({
      'openapi.yaml': both,
      'fr.yaml': overlayOn('$.paths.*.*', '{ summary: Lister les animaux }'),
    });
    expect(await run([...check, '--rule', 'missing=off', '--rule', 'stale=off'], folder.path)).toMatchObject({
      code: 0,
    });
  });
});

/** Nine levels of nine aliases each: a few hundred bytes that expand to hundreds of millions of values. */
function bomb(): string {
  const level = (n: number) =>
    `l${n}: &l${n} [${Array.from({ length: 9 }, () => `*l${n - 1}`).join(', ')}]\n`;
  return `openapi: 3.1.0\nl0: &l0 [a]\n${Array.from({ length: 9 }, (_, n) => level(n + 1)).join('')}`;
}

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contract, folderWith, overlay, run } from './run.ts';

const good = { 'openapi.yaml': contract, 'fr.yaml': overlay };

/** Runs a command over files, and expects that it refuses them: exit code 2, the place, no stack, nothing written. */
function refused(files: Record<string, string | Uint8Array>, args: readonly string[]): string {
  using folder = folderWith({ ...good, ...files });
  const before = readdirSync(folder.path);
  const { code, out, err } = run(args, folder.path);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^openapi-l10n: /);
  expect(err).not.toMatch(/\n\s+at |node:internal|\.ts:|\.js:/);
  expect(readdirSync(folder.path)).toEqual(before);
  return err;
}

const check = ['check', 'openapi.yaml', 'fr.yaml'];
const overlayOn = (target: string, update: string) =>
  `overlay: 1.0.0\ninfo: { title: fr, version: "1" }\nactions:\n  - target: ${target}\n    update: ${update}\n`;

describe('a contract that is none', () => {
  test.each([
    ['not YAML', 'a: [1\nb: }\n', 'openapi.yaml:2:1: Not valid YAML', 'Mend the file at this place'],
    ['cut off', 'openapi: 3.1.0\ninfo: { title: Pets', 'openapi.yaml:2:', 'Mend the file'],
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
    ['of the future', 'openapi: 4.0.0\n', 'This version of OpenAPI is not known: "4.0.0"', '3.2.x'],
    [
      'an overlay',
      overlay,
      'openapi.yaml:1:1: This is an overlay, not a contract',
      'Give the contract first',
    ],
    [
      'with a duplicate key',
      'openapi: 3.1.0\ninfo: {}\ninfo: {}\n',
      'openapi.yaml:3:1: A key stands twice',
      'Remove one',
    ],
    [
      'of several documents',
      `${contract}---\na: 1\n`,
      'The file holds several YAML documents',
      'one document a file',
    ],
    [
      'without an end',
      'openapi: 3.1.0\ninfo: &a\n  title: Pets\n  x: *a\n',
      'openapi.yaml:3:3: An anchor of the file contains itself',
      '$ref',
    ],
    ['with a bomb of anchors', bomb(), 'openapi.yaml:1:1: The anchors of the file cannot be followed', ''],
    ['nested too deeply', `openapi: ${'['.repeat(20_000)}`, 'The document is nested', 'right file'],
  ])('%s', (_, text, what, help) => {
    const err = refused({ 'openapi.yaml': text }, check);
    expect(err).toContain(what);
    expect(err).toContain(help);
  });

  test.each([
    [
      'a duplicate key',
      '{"openapi": "3.1.0",\n "info": {},\n "info": {}}',
      'openapi.json:3:2: The key "info" stands twice',
    ],
    ['not JSON', '{"openapi": "3.1.0",\n "info": }', 'openapi.json:2:10: Not valid JSON\n  expected: value'],
    ['cut off', '{"openapi": "3.1.0",\n', 'openapi.json:2:1: Not valid JSON\n  expected: key'],
    ['with a comma too many', '{"openapi": [1, ]}', 'openapi.json:1:17: Not valid JSON\n  expected: value'],
    ['YAML', 'openapi: 3.1.0\n', 'openapi.json:1:1: Not valid JSON\n  expected: value'],
    ['nested too deeply', `{"openapi": ${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 'openapi.json:1:'],
  ])('in JSON, %s', (_, text, what) => {
    expect(refused({ 'openapi.json': text }, ['check', 'openapi.json', 'fr.yaml'])).toContain(what);
  });

  test('not UTF-8', () => {
    const latin = new Uint8Array([0x6f, 0xe9, 0x0a]);
    expect(refused({ 'openapi.yaml': latin }, check)).toContain('Cannot read openapi.yaml: it is not UTF-8');
  });
});

describe('an overlay that is none', () => {
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
      'with a JSONPath that is none',
      overlayOn('$.info[', '{ title: A }'),
      'fr.yaml:4:13: JSONPath syntax error at character 8 of $.info[: unclosed',
    ],
    [
      'with a target that is no path',
      overlayOn('info', '{ title: A }'),
      'fr.yaml:4:13: The target "info" does not begin with $',
    ],
  ])('%s', (_, text, what) => {
    expect(refused({ 'fr.yaml': text }, check)).toContain(what);
    expect(refused({ 'fr.yaml': text }, applied)).toContain(what);
  });

  test.each([
    [
      'an update that does not fit its target',
      overlayOn('$.paths', '[a]'),
      'fr.yaml:5:13: The array of the update does not fit the object at /paths',
    ],
    ['a target that selects unlike values', overlayOn('$.info.*', 'A'), 'fr.yaml:4:13'],
  ])('apply: %s', (_, text, what) => {
    expect(refused({ 'fr.yaml': text }, applied)).toContain(what);
  });

  test('a target that matches several places is told with the place, and with what differs', () => {
    using folder = folderWith({ ...good, 'fr.yaml': overlayOn("$.paths['/pets'].*", '{ summary: Lister }') });
    const { code, out } = run([...check, '--rule', 'missing=off'], folder.path);
    expect(code).toBe(1);
    expect(out).toContain('fr.yaml:4:13  error  ambiguous');
    expect(out).toContain('The target selects 2 places, and their texts differ: “List all pets”');
    expect(out).toContain('/paths/~1pets/get/summary');
  });

  test('several places with one and the same text may share a translation', () => {
    const both = contract.replace('Add a pet', 'List all pets');
    using folder = folderWith({
      'openapi.yaml': both,
      'fr.yaml': overlayOn('$.paths.*.*', '{ summary: Lister les animaux }'),
    });
    expect(run([...check, '--rule', 'missing=off', '--rule', 'stale=off'], folder.path)).toMatchObject({
      code: 0,
    });
  });
});

describe('files', () => {
  test.each([
    [['check', 'nowhere.yaml', 'fr.yaml'], 'Cannot read nowhere.yaml: no such file or folder'],
    [['status', 'openapi.yaml', 'nowhere.yaml'], 'Cannot read nowhere.yaml'],
    [['check', '.', 'fr.yaml'], 'Cannot read .: this is a folder'],
    [['check', 'openapi.yaml/x', 'fr.yaml'], 'a part of the path is not a folder'],
    [['check-markdown', 'a.md', 'b.md', '-l', 'fr'], 'Cannot read a.md: no such file or folder'],
    [[...check, '--glossary', 'nowhere.yaml'], 'Cannot read nowhere.yaml'],
    [
      ['apply', 'openapi.yaml', 'fr.yaml', '-o', 'no/such/folder.json'],
      'Cannot write no/such/folder.json: no such',
    ],
    [['apply', 'openapi.yaml', 'fr.yaml', '-o', 'folder'], 'Cannot write folder: this is a folder'],
    [['extract', 'openapi.yaml', '--overlay', 'no/such.fr.yaml', '-l', 'fr'], 'Cannot write no/such.fr.yaml'],
  ])('%j', (args, what) => {
    expect(refused({ 'folder/kept': 'x' }, args)).toContain(what);
  });

  test('a file that cannot be written leaves the others as they were, and no temporary one', () => {
    using folder = folderWith({ ...good, 'out/openapi.fr.json': 'old' });
    // A name at the limit of its length: the temporary file, whose name is longer, cannot be made.
    const long = `${'n'.repeat(250)}.json`;
    const { code, err } = run(['apply', 'openapi.yaml', 'fr.yaml', '-o', join('out', long)], folder.path);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('the name is too long') });
    expect(readdirSync(join(folder.path, 'out'))).toEqual(['openapi.fr.json']);
  });

  test('a pipe is written to, not replaced by a file', () => {
    using folder = folderWith(good);
    const program = join(import.meta.dirname, '../bin/openapi-l10n.js');
    const script =
      'mkfifo pipe; cat pipe > copy & "$0" "$1" apply openapi.yaml fr.yaml -o pipe; wait; test -p pipe';
    const options = { cwd: folder.path, timeout: 30_000 };
    expect(spawnSync('sh', ['-c', script, process.execPath, program], options).status).toBe(0);
    expect(readFileSync(join(folder.path, 'copy'), 'utf8')).toContain('title: Animaux');
  });
});

describe('what is unusual and right', () => {
  test('circular references are no matter: each text is where it is written', () => {
    const circular = `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /a: { $ref: "#/paths/~1b" }
  /b: { $ref: "#/paths/~1a" }
components:
  schemas:
    Pet: { description: A pet., properties: { parent: { $ref: "#/components/schemas/Pet" } } }
    Loop: { $ref: "#/components/schemas/Loop" }
`;
    using folder = folderWith({ 'openapi.yaml': circular });
    const made = run(['extract', 'openapi.yaml', '--overlay', 'fr.yaml', '-l', 'fr'], folder.path);
    expect(made).toMatchObject({ code: 0, err: expect.stringContaining('2 texts, 2 added') });
    expect(run(check, folder.path)).toMatchObject({ code: 1, out: expect.stringContaining('2 errors') });
    expect(run(['apply', 'openapi.yaml', 'fr.yaml', '-o', 'out.yaml'], folder.path).code).toBe(0);
    expect(run(['status', 'openapi.yaml', 'fr.yaml'], folder.path).code).toBe(0);
  });

  test('a byte-order mark and CRLF are understood, and kept when an overlay is written', () => {
    const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
    const older = overlay.replace('List all pets }', 'List pets }');
    using folder = folderWith({ 'openapi.yaml': windows(contract), 'fr.yaml': windows(older) });
    expect(run(['extract', 'openapi.yaml', '--overlay', 'fr.yaml'], folder.path).code).toBe(0);
    const written = readFileSync(join(folder.path, 'fr.yaml'), 'utf8');
    expect(written.startsWith('\uFEFFoverlay: 1.0.0\r\n')).toBe(true);
    expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(run(check, folder.path).out).toContain('fr.yaml:9:24  error  stale');
  });

  test('a contract of 20 MB is worked on, not refused', () => {
    const paths = Object.fromEntries(
      Array.from({ length: 5000 }, (_, n) => [
        `/pets/${n}`,
        {
          get: {
            summary: `Get pet ${n}`,
            responses: {
              200: { description: 'A pet.', content: { 'text/plain': { example: 'x'.repeat(4200) } } },
            },
          },
        },
      ]),
    );
    const large = JSON.stringify({ openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths });
    expect(large.length).toBeGreaterThan(20 * 2 ** 20);
    using folder = folderWith({ 'openapi.json': large });
    const made = run(['extract', 'openapi.json', '--overlay', 'fr.yaml', '-l', 'fr'], folder.path);
    expect(made).toMatchObject({ code: 0, err: expect.stringContaining('10001 texts, 10001 added') });
    const found = run(['check', 'openapi.json', 'fr.yaml', '--format', 'json'], folder.path);
    expect(found).toMatchObject({ code: 1, err: '' });
    expect(JSON.parse(found.out).findings).toHaveLength(10_001);
    expect(run(['apply', 'openapi.json', 'fr.yaml', '-o', 'out.json'], folder.path).code).toBe(0);
    expect(readFileSync(join(folder.path, 'out.json'), 'utf8').length).toBeGreaterThan(large.length);
  });
});

/** Nine levels of nine aliases each: a few hundred bytes that stand for hundreds of millions of values. */
function bomb(): string {
  const level = (n: number) =>
    `l${n}: &l${n} [${Array.from({ length: 9 }, () => `*l${n - 1}`).join(', ')}]\n`;
  return `openapi: 3.1.0\nl0: &l0 [a]\n${Array.from({ length: 9 }, (_, n) => level(n + 1)).join('')}`;
}

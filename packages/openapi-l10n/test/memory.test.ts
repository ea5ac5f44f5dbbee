import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check, parseSource } from '../src/index.ts';
import { folderWith, run } from './run.ts';

const contract = `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /cats: { get: { responses: { "404": { description: Not found. } } } }
  /dogs: { get: { responses: { "404": { description: Not found. } } } }
`;
const overlay = (dogs: string) => `overlay: 1.0.0
info: { title: fr, version: "1" }
x-l10n-language: fr
actions:
  - target: $.info
    update: { title: Animaux }
    x-l10n-source: { title: Pets }
  - target: $.paths['/cats'].get.responses['404']
    update: { description: Introuvable. }
    x-l10n-source: { description: Not found. }
  - target: $.paths['/dogs'].get.responses['404']
    update: ${dogs}
    x-l10n-source: { description: Not found. }
`;

test('extract --memory fills in a text that is translated elsewhere, and stores it for the next contract', async () => {
  using folder = folderWith({
    'openapi.yaml': contract,
    'fr.yaml': overlay('{}'),
    'other.yaml': contract.replace('title: Pets', 'title: Zoo').replaceAll('/dogs', '/birds'),
  });
  const read = async (name: string) => readFileSync(join(folder.path, name), 'utf8');
  const first = await run(
    ['extract', 'openapi.yaml', '--overlay', 'fr.yaml', '--memory', 'memory.json'],
    folder.path,
  );
  expect(first).toMatchObject({ code: 0, err: expect.stringContaining('1 reused') });
  expect((await read('fr.yaml')).match(/Introuvable/g)).toHaveLength(2);
  expect(JSON.parse(await read('memory.json'))).toEqual({
    fr: { 'Not found.': 'Introuvable.', Pets: 'Animaux' },
  });

  const options = ['--overlay', 'fr.other.yaml', '--language', 'fr', '--memory', 'memory.json'];
  const second = await run(['extract', 'other.yaml', ...options], folder.path);
  expect(second.err).toContain('2 reused');
  expect((await read('fr.other.yaml')).match(/description: Introuvable\./g)).toHaveLength(2);
});

test('an invalid memory is refused with its place, and nothing is written', async () => {
  using folder = folderWith({
    'openapi.yaml': contract,
    'fr.yaml': overlay('{}'),
    'memory.json': '{ "fr": ["a"] }',
  });
  const { code, err } = await run(
    ['extract', 'openapi.yaml', '--overlay', 'fr.yaml', '--memory', 'memory.json'],
    folder.path,
  );
  expect({ code, err }).toMatchObject({
    code: 2,
    err: expect.stringContaining('memory.json:1:9: The translation memory'),
  });
  expect(readFileSync(join(folder.path, 'fr.yaml'), 'utf8')).toBe(overlay('{}'));
});

test('two translations of the same text are a warning at the rarer one', () => {
  const findings = check(
    parseSource(contract, 'openapi.yaml'),
    parseSource(overlay('{ description: Non trouvé. }'), 'fr.yaml'),
  );
  expect(findings.map(({ rule, severity, place }) => [rule, severity, place.line])).toEqual([
    ['inconsistent', 'warn', 12],
  ]);
});

import { describe, expect, test } from 'vitest';
import {
  applyOverlay,
  check,
  extract,
  InputError,
  type JsonObject,
  parseSource,
  texts,
} from '../src/index.ts';
import { folderWith, good, contract as pets, run } from './run.ts';

const contractWith = (more: object) =>
  ({ openapi: '3.1.0', info: { title: 'Pets', version: '1' }, paths: {}, ...more }) as JsonObject; // made of literals

const valuesOf = (more: object, textFields?: string[]) =>
  texts(contractWith(more), textFields ? { textFields } : {}).map(({ value }) => value);

describe('texts in extensions', () => {
  test('known extensions are texts: names of enum values and deprecation messages', () => {
    const schema = { enum: [1, 2], 'x-enumNames': ['One', 'Two'], 'x-deprecatedMessage': 'Use Cat.' };
    expect(valuesOf({ components: { schemas: { Pet: schema } } })).toEqual([
      'Pets',
      'One',
      'Two',
      'Use Cat.',
    ]);
  });

  test('a path in the setting textFields can lead into an extension', () => {
    const more = { paths: { '/a': { get: { 'x-mint': { metadata: { title: 'A page', icon: 'star' } } } } } };
    expect(valuesOf(more, ['x-mint.metadata.title'])).toEqual(['Pets', 'A page']);
    expect(valuesOf(more, ['x-mint.metadata.*'])).toEqual(['Pets', 'A page', 'star']);
    expect(valuesOf(more, ['x-mint.**.title'])).toEqual(['Pets', 'A page']);
  });

  test('a path in the setting textFields passes through lists', () => {
    const more = { 'x-oaiMeta': { groups: [{ title: 'First', items: ['x'] }, { title: 'Second' }] } };
    expect(valuesOf(more, ['x-oaiMeta.groups.title'])).toEqual(['Pets', 'First', 'Second']);
  });
});

test('an overlay may add a label to a tag, whose name must not change', () => {
  const contract = parseSource(JSON.stringify(contractWith({ tags: [{ name: 'pets' }] })), 'openapi.json');
  const overlay = (update: object) =>
    parseSource(
      JSON.stringify({
        overlay: '1.0.0',
        info: { title: 'fr', version: '1' },
        'x-l10n-language': 'fr',
        actions: [
          { target: '$.info', update: { title: 'Animaux' }, 'x-l10n-source': { title: 'Pets' } },
          { target: "$.tags[?(@.name=='pets')]", update },
        ],
      }),
      'fr.json',
    );
  expect(check(contract, overlay({ 'x-displayName': 'Animaux' }))).toEqual([]);
  expect(check(contract, overlay({ name: 'Animaux' })).map(({ rule }) => rule)).toEqual(['text-only']);
});

test('merge keys of YAML are followed', () => {
  const source = parseSource(
    'openapi: 3.1.0\ninfo: &info { title: Pets, version: "1" }\nx-other: { <<: *info, title: Cats }\npaths: {}\n',
    'openapi.yaml',
  );
  expect(source.value).toMatchObject({ 'x-other': { title: 'Cats', version: '1' } });
});

test('a contract in several files is refused with the place and the command to bundle it', () => {
  const contract = parseSource(
    'openapi: 3.1.0\ninfo: { title: Pets, version: "1" }\npaths:\n  /pets:\n    $ref: ./pets.yaml\n',
    'openapi.yaml',
  );
  expect(() => extract(contract, undefined, { language: 'fr' })).toThrow(
    expect.objectContaining({
      message: 'Part of the contract is in another file: "$ref": "./pets.yaml"',
      place: { file: 'openapi.yaml', line: 5, column: 11 },
      help: expect.stringContaining('npx @redocly/cli bundle openapi.yaml'),
    }),
  );
});

test('a reference to the web or inside a sample is not part of the contract', () => {
  const example = { $ref: './not-a-reference.yaml' };
  const more = {
    components: {
      schemas: { Pet: { example, properties: { other: { $ref: 'https://example.com/pet.json' } } } },
    },
  };
  const contract = parseSource(JSON.stringify(contractWith(more)), 'openapi.json');
  expect(extract(contract, undefined, { language: 'fr' }).counts.texts).toBe(1);
});

test.each([
  ['openapi: 3.0', 'The version of OpenAPI is the number 3, and must be a string', 'openapi: "3.0.3"'],
  ['openapi: 3.1', 'The version of OpenAPI is the number 3.1, and must be a string', 'openapi: "3.1.0"'],
  ['openapi: "3.0"', 'The version of OpenAPI is "3.0", and must have three numbers', 'openapi: "3.0.3"'],
  ['openapi: "3.2"', 'The version of OpenAPI is "3.2", and must have three numbers', 'openapi: "3.2.0"'],
  ['swagger: "2.0"', 'This is Swagger 2.0, which is not supported', 'npx swagger2openapi'],
  ['swagger: 2.0', 'This is Swagger 2, which is not supported', 'npx swagger2openapi'],
])('a contract with %s is refused with what to do', (line, message, help) => {
  const contract = parseSource(`${line}\ninfo: { title: Pets, version: 1.0 }\npaths: {}\n`, 'openapi.yaml');
  const error = (() => {
    try {
      extract(contract, undefined, { language: 'fr' });
    } catch (thrown) {
      return thrown;
    }
    return undefined;
  })();
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).message).toContain(message);
  expect((error as InputError).help).toContain(help);
});

test('an overlay of version 1.0 that updates a text in a list is applied with a warning that names the action', () => {
  const contract = contractWith({ 'x-notes': ['One'] });
  const overlay = {
    overlay: '1.0.0',
    info: { title: 'fr', version: '1' },
    actions: [{ target: "$['x-notes'][0]", update: 'Un' }],
  };
  const { document, beyondVersion } = applyOverlay(contract, overlay);
  expect(document).toMatchObject({ 'x-notes': ['Un'] });
  expect(beyondVersion).toEqual([0]);
});

test('a version that YAML reads as a number is a warning with its place, and the command continues', async () => {
  using folder = folderWith({ ...good, 'openapi.yaml': pets.replace('version: "1"', 'version: 1.0') });
  const { code, err } = await run(['apply', 'openapi.yaml', 'fr.yaml'], folder.path);
  expect(code).toBe(0);
  expect(err).toBe(
    'openapi.yaml:2:31: warning: the version 1.0 is a number without quotes, and loses its zeros; write version: "1.0"\n',
  );
});

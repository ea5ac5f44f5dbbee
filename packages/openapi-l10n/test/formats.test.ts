import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AjvDraft4 from 'ajv-draft-04';
import { describe, expect, test } from 'vitest';
import { contract, folderWith, overlay, run } from './run.ts';

// An error with a source, a warning, and an error about the contract alone.
const broken = overlay
  .replace('de 100 `pets` au plus', 'de 100 `animaux` au plus')
  .replace('Le nouvel animal.', "L'animal.")
  .replace('update: { summary: Ajouter un animal }', 'update: {}');

const report = async (format: string, files: Record<string, string> = {}) => {
  using folder = folderWith({ 'openapi.yaml': contract, 'fr.yaml': broken, ...files });
  return await run(['check', 'openapi.yaml', 'fr.yaml', '--format', format], folder.path);
};

test('the format pretty shows place, rule, both sides in their lines, and how to fix it', async () => {
  expect(await report('pretty')).toMatchObject({ code: 1, err: '' });
  // The advice is specific to each rule.
  expect(
    (await report('pretty')).out.replaceAll(/fix: .*/g, 'fix: …'),
  ).toBe(`fr.yaml:12:44  error  protected-term
  The translation has the token “animaux” where the source has “pets”
  12 |     update: { description: Une page de 100 \`animaux\` au plus. }
     |                                            ^^^^^^^^^
  source: openapi.yaml:8:53  /paths/~1pets/get/responses/200/description
  8 |         "200": { description: A page of at most 100 \`pets\`. }
  fix: …

fr.yaml:18:29  warn  typography
  Expected the apostrophe ’
  18 |     update: { description: L'animal. }
     |                             ^
  source: openapi.yaml:12:31  /paths/~1pets/post/responses/201/description
  12 |         "201": { description: The new pet. }
  fix: …

openapi.yaml:10:16  error  missing
  No translation of summary: “Add a pet”
  10 |       summary: Add a pet
     |                ^
  fix: …

2 errors, 1 warning
`);
});

test('the format pretty says when nothing was found', async () => {
  expect(await report('pretty', { 'fr.yaml': overlay })).toEqual({
    code: 0,
    out: 'Nothing found: the translation changes words and nothing else.\n',
    err: '',
  });
});

test('the format json contains every finding with both places and the pointer of the text', async () => {
  const { findings } = JSON.parse((await report('json')).out);
  expect(findings).toHaveLength(3);
  expect(findings[0]).toEqual({
    rule: 'protected-term',
    severity: 'error',
    message: 'The translation has the token “animaux” where the source has “pets”',
    help: expect.any(String),
    place: { file: 'fr.yaml', line: 12, column: 44 },
    length: 9,
    pointer: '/paths/~1pets/get/responses/200/description',
    source: { file: 'openapi.yaml', line: 8, column: 53 },
  });
});

test('the format github writes one workflow command per finding, with its line, escaped', async () => {
  const lines = (await report('github')).out.trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  const [{ help }] = JSON.parse((await report('json')).out).findings;
  expect(lines[0]).toBe(
    '::error file=fr.yaml,line=12,col=44,endColumn=53,title=openapi-l10n protected-term::' +
      `The translation has the token “animaux” where the source has “pets”%0A${help}`,
  );
  expect(lines[1]).toMatch(/^::warning file=fr\.yaml,line=18,/);
  expect(lines[2]).toMatch(/^::error file=openapi\.yaml,line=10,/);
});

describe('sarif', () => {
  const require = createRequire(import.meta.url);
  const folder = require.resolve('@microsoft/jest-sarif').replace(/lib.*$/, 'lib/');
  const schema = JSON.parse(readFileSync(`${folder}schemas/sarif-2.1.0-rtm.5.json`, 'utf8'));
  const validate = new AjvDraft4.default({
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
  }).compile(schema);

  test.each([
    ['with findings', broken],
    ['without', overlay],
  ])('a SARIF report %s is valid against the schema of SARIF 2.1.0', async (_, text) => {
    const log: unknown = JSON.parse((await report('sarif', { 'fr.yaml': text })).out);
    validate(log);
    expect(validate.errors).toBe(null);
  });

  test('a SARIF report names rule, level and place of each finding', async () => {
    const [only] = JSON.parse((await report('sarif')).out).runs;
    const [first] = only.results;
    expect(only.tool.driver.rules[first.ruleIndex].id).toBe('protected-term');
    expect(first).toMatchObject({ ruleId: 'protected-term', level: 'error' });
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'fr.yaml' },
      region: { startLine: 12, startColumn: 44, endColumn: 53 },
    });
  });
});

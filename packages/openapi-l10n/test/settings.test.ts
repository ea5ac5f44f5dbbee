import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { ruleNames } from '../src/index.ts';
import { contract, folderWith, overlay, run } from './run.ts';

const broken = overlay.replace('de 100 `pets` au plus', 'de 10 `animaux` au plus');

async function check(files: Record<string, string>, ...options: string[]) {
  using folder = folderWith({ 'openapi.yaml': contract, 'fr.yaml': broken, ...files });
  const { code, out, err } = await run(
    ['check', 'openapi.yaml', 'fr.yaml', '-f', 'json', ...options],
    folder.path,
  );
  const findings: { rule: string; severity: string }[] = code === 2 ? [] : JSON.parse(out).findings;
  return { code, err, found: findings.map(({ rule, severity }) => `${severity} ${rule}`) };
}

test('without settings, a changed number and a translated term are errors', async () => {
  expect(await check({})).toMatchObject({ code: 1, found: ['error number', 'error protected-term'] });
});

describe('the severity of a rule', () => {
  test('a repeatable option sets the severity of a rule', async () => {
    expect(await check({}, '--rule', 'number=warn', '--rule', 'protected-term=off')).toMatchObject({
      code: 0,
      found: ['warn number'],
    });
  });

  test('a settings file in the current folder sets the severity of a rule', async () => {
    const settings = 'rules: { number: off, protected-term: warn }\n';
    expect(await check({ 'openapi-l10n.config.yaml': settings })).toMatchObject({
      code: 0,
      found: ['warn protected-term'],
    });
  });

  test('a named settings file sets the severity of a rule, and an option takes precedence', async () => {
    const files = { 'strict.json': '{ "rules": { "number": "off" } }' };
    expect((await check(files, '--config', 'strict.json')).found).toEqual(['error protected-term']);
    expect((await check(files, '--config', 'strict.json', '--rule', 'number=warn')).found).toEqual([
      'warn number',
      'error protected-term',
    ]);
  });

  test('any rule can be set to error, warn or off', async () => {
    const all = async (severity: string) =>
      await check({}, ...ruleNames.flatMap((name) => ['--rule', `${name}=${severity}`]));
    expect(await all('error')).toMatchObject({ code: 1, found: ['error number', 'error protected-term'] });
    expect(await all('warn')).toMatchObject({ code: 0, found: ['warn number', 'warn protected-term'] });
    expect(await all('off')).toMatchObject({ code: 0, found: [] });
  });
});

describe('wrong settings are reported with their place', () => {
  test.each([
    [
      'rules: { nubmer: off }\n',
      'openapi-l10n.config.yaml:1:18: Unknown rule "nubmer"',
      'Did you mean "number"?',
    ],
    [
      'rules: { number: loud }\n',
      'openapi-l10n.config.yaml:1:18: Unknown severity "loud"',
      'error, warn, off',
    ],
    ['rules: off\n', 'openapi-l10n.config.yaml:1:8: "rules" is not a map', ''],
    [
      'glosary: a.yaml\n',
      'openapi-l10n.config.yaml:1:10: Unknown setting "glosary"',
      'Did you mean "glossary"?',
    ],
    ['names: length\n', 'openapi-l10n.config.yaml:1:8: "names" is not a list of strings', ''],
    ['glossary: 3\n', 'openapi-l10n.config.yaml:1:11: "glossary" is not a string', 'the name of a file'],
    ['language: [fr]\n', 'openapi-l10n.config.yaml:1:11: "language" is not a string', 'such as fr'],
    ['- a\n', 'openapi-l10n.config.yaml:1:1: The settings must be an object', ''],
  ])('the settings %j are refused with their place', async (settings, what, help) => {
    const { code, err } = await check({ 'openapi-l10n.config.yaml': settings });
    expect(code).toBe(2);
    expect(err).toContain(what);
    expect(err).toContain(help);
  });

  test.each([
    ['terms: 1\n', 'glossary.yaml:1:1: The glossary has no list "terms"'],
    ['terms:\n  - target: x\n', 'glossary.yaml:2:5: A term has no "source"'],
    ['terms:\n  - source: x\n', 'glossary.yaml:2:5: The term “x” has no "target"'],
  ])('a glossary that is %j is refused with its place', async (glossary, what) => {
    const { code, err } = await check({ 'glossary.yaml': glossary }, '--glossary', 'glossary.yaml');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(what) });
  });
});

describe('a suppression', () => {
  const suppressing = (suppression: string) =>
    broken.replace(
      '    x-l10n-source: { description: A page',
      `    x-l10n-suppress: ${suppression}\n    x-l10n-source: { description: A page`,
    );

  test('a suppression silences one rule at one place only', async () => {
    const text = suppressing('[{ rule: number, reason: French law sets another limit. }]');
    expect((await check({ 'fr.yaml': text })).found).toEqual(['error protected-term']);
  });

  test('a suppression may apply to one text of the action', async () => {
    const other = suppressing('[{ rule: number, text: summary, reason: For another text. }]');
    expect((await check({ 'fr.yaml': other })).found).toEqual(['error number', 'error protected-term']);
    const own = suppressing('[{ rule: number, text: description, reason: For this text. }]');
    expect((await check({ 'fr.yaml': own })).found).toEqual(['error protected-term']);
  });

  test('a suppression may apply to a missing translation', async () => {
    const text = overlay.replace(
      'update: { summary: Ajouter un animal }',
      'x-l10n-suppress: [{ rule: missing, reason: It is the same in French. }]',
    );
    expect(await check({ 'fr.yaml': text })).toMatchObject({ code: 0, found: [] });
  });

  test.each([
    ['of no list', 'number', 'The suppression is not a list'],
    ['without a rule', '[{ reason: x }]', 'The suppression has an unknown rule: null'],
    ['of an unknown rule', '[{ rule: nmuber, reason: x }]', 'The suppression has an unknown rule: "nmuber"'],
    ['without a reason', '[{ rule: number }]', 'The suppression of the rule number has no reason'],
    [
      'with an empty reason',
      '[{ rule: number, reason: " " }]',
      'The suppression of the rule number has no reason',
    ],
  ])('a suppression %s is refused with its place', async (_, suppression, what) => {
    const { code, err } = await check({ 'fr.yaml': suppressing(suppression) });
    expect(code).toBe(2);
    expect(err).toMatch(/^openapi-l10n: fr\.yaml:13:\d+: The suppression/);
    expect(err).toContain(what);
    expect(err).toContain('what to do: Explain in "reason" why');
  });
});

describe('the JSON Schema of the settings', () => {
  const schema: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, '../settings.schema.json'), 'utf8'),
  );
  const validate = new Ajv2020().compile(Object(schema));

  test('the JSON Schema of the settings knows every rule', () => {
    expect(Object.keys(Object(schema).properties.rules.properties)).toEqual([...ruleNames]);
  });

  const all = {
    language: 'fr',
    sourceLanguage: 'en',
    rules: { number: 'warn', typography: 'off' },
    names: ['Acme'],
    textFields: ['x-tooltip'],
    links: { 'https://a.example': 'https://b.example' },
    code: { comments: 'translate' },
  };

  test('the JSON Schema of the settings accepts what the command line accepts', async () => {
    expect(validate(all)).toBe(true);
    expect(await check({ 'openapi-l10n.config.yaml': JSON.stringify(all) })).toMatchObject({
      found: ['warn number', 'error protected-term'],
    });
  });

  test.each([
    [{ langauge: 'fr' }],
    [{ rules: { nmuber: 'off' } }],
    [{ rules: { number: 'loud' } }],
    [{ code: { comments: 'never' } }],
    [{ links: ['a'] }],
  ])('the JSON Schema of the settings refuses %j, as the command line does', async (settings) => {
    expect(validate(settings)).toBe(false);
    expect(await check({ 'openapi-l10n.config.yaml': JSON.stringify(settings) })).toMatchObject({ code: 2 });
  });
});

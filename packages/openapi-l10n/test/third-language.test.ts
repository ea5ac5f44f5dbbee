import { expect, test } from 'vitest';
import { check, checkMarkdown, parseSource } from '../src/index.ts';

const contract = parseSource(
  "openapi: 3.1.0\ninfo: { title: Pets, description: 'At most 1,000 `items`, 1.5 seconds.', version: '1' }\n",
  'openapi.yaml',
);
const german = (description: string) =>
  parseSource(
    `overlay: 1.0.0
info: { title: Pets (de), version: '1' }
x-l10n-language: de
actions:
  - target: $.info
    update: { title: Tiere, description: '${description}' }
    x-l10n-source: { title: Pets, description: 'At most 1,000 \`items\`, 1.5 seconds.' }
`,
    'de.overlay.yaml',
  );

test('a language without a language file only needs an overlay', () => {
  expect(check(contract, german('Höchstens 1.000 `items`, 1,5 Sekunden.'))).toEqual([]);
});

test('the general rules find defects in a language without a language file', () => {
  const rules = check(contract, german('Höchstens 1.000 `Dinge`, 2,5 Sekunden.')).map(({ rule }) => rule);
  expect(rules).toEqual(expect.arrayContaining(['protected-term', 'number']));
});

test.each([
  ['de', 'At 3 p.m. on June 28, 2018, after 1.5 hours', 'Am 28. Juni 2018 um 15 Uhr, nach 1,5 Stunden'],
  ['de', 'Wait 3 days: “yes”!', 'Warten Sie drei Tage: „ja“!'],
  ['es', '250,000 requests since June 2018', '250.000 solicitudes desde junio de 2018'],
  ['es', 'What? Yes!', '¿Qué? ¡Sí!'],
  ['ja', 'At most 100 points in `data`.', '`data` は最大100点です。'],
  ['ru', 'On June 28, 2018', '28 июня 2018 года'],
  ['fr-CA', 'Really? Yes!', 'Vraiment? Oui!'],
])('in %s, “%s” may be translated as “%s”', (language, source, translation) => {
  expect(checkMarkdown(source, translation, { language })).toEqual([]);
});

test.each([
  ['de', 'Wait 4 hours.', 'Warten Sie 4 Tage.', 'number'],
  ['es', 'On June 28, 2018', 'El 28 de julio de 2018', 'number'],
  ['es', 'Set `unit` to `day`.', 'Defina `unidad` como `day`.', 'protected-term'],
  ['ja', 'At most 100 points.', '最大10点です。', 'number'],
  ['de', 'Do not show the key that you have.', 'Do not show the key that you have.', 'untranslated'],
  ['fr-CA', 'Note: see below', 'Remarque: voir ci-dessous', 'typography'],
])('in %s, “%s” must not be translated as “%s”', (language, source, translation, rule) => {
  const found = checkMarkdown(source, translation, { language });
  expect(new Set(found.map((finding) => finding.rule))).toEqual(new Set([rule]));
});

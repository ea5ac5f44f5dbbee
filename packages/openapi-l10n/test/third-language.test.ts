import { expect, test } from 'vitest';
import { check, parseSource } from '../src/index.ts';

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

test('a language without a module is one more overlay file', () => {
  expect(check(contract, german('Höchstens 1.000 `items`, 1,5 Sekunden.'))).toEqual([]);
});

test('its defects are found by the general rules', () => {
  const rules = check(contract, german('Höchstens 1.000 `Dinge`, 2,5 Sekunden.')).map(({ rule }) => rule);
  expect(rules).toEqual(expect.arrayContaining(['protected-term', 'number']));
});

import { expect, test } from 'vitest';
import { checkMarkdown } from '../src/index.ts';

const source = `# Session analytics

| Parameter | Required | Type | Description |
| --- | --- | --- | --- |
| \`length\` | Required | Integer | Maximum number of units (days or hours) before \`ending_at\`. Must be between 1 and 100 (inclusive). |
| \`unit\` | Optional | String | Unit of time between points. Can be \`day\` or \`hour\`, defaults to \`day\`. |
| \`ending_at\` | Optional | Datetime | The end of the series. |
| \`segment_id\` | Optional | String | See [Segment API identifier](https://example.com/api). The segment of the series. |

Send \`/sessions/data_series\` and {{app_identifier}}. It costs 79.99 and allows 250,000 requests.

\`\`\`json
{ "message": "success" }
\`\`\`
`;

const good = `# Analyse des sessions

| Paramètre | Requis | Type | Description |
| --- | --- | --- | --- |
| \`length\` | Requis | Entier | Nombre maximal d’unités (jours ou heures) avant \`ending_at\`. Doit être compris entre 1 et 100 (inclus). |
| \`unit\` | Facultatif | Chaîne | Unité de temps entre les points. Peut valoir \`day\` ou \`hour\`, \`day\` par défaut. |
| \`ending_at\` | Facultatif | Datetime | La fin de la série. |
| \`segment_id\` | Facultatif | Chaîne | Voir [Identifiant de segment](https://example.com/api). Le segment de la série. |

Envoyez \`/sessions/data_series\` et {{app_identifier}}. Cela coûte 79,99 et permet 250\u202F000 requêtes.

\`\`\`json
{ "message": "success" }
\`\`\`
`;

const rulesOf = (translation: string) =>
  checkMarkdown(source, translation, { language: 'fr' }).map(({ rule }) => rule);

test('nothing is found in a faithful translation', () => {
  expect(checkMarkdown(source, good, { language: 'fr' })).toEqual([]);
});

test.each([
  ['a parameter is translated', '`length`', '`Longueur`', 'protected-term'],
  ['an enum value is translated', '`hour`', '`heure`', 'protected-term'],
  ['a name gains an accent and a capital', '`ending_at`', '`finalisation_à`', 'protected-term'],
  ['a path gains a prefix', '`/sessions', '`/fr/sessions', 'protected-term'],
  ['a number loses digits after a point', '79,99', '79. 9', 'number'],
  ['a bound changes', '100', '1000', 'number'],
  ['a host loses its dot', 'example.com', 'examplecom', 'link'],
  ['a key in a code block is translated', '"message"', '"mensaje"', 'code'],
  ['a placeholder is translated', '{{app_identifier}}', '{{identifiant}}', 'code'],
  [
    'a sentence is left in English',
    'Voir [Identifiant de segment]',
    'See [Segment API identifier]',
    'untranslated',
  ],
  ['a heading is gone', '# Analyse', 'Analyse', 'structure'],
  ['a straight apostrophe', 'd’unités', "d'unités", 'typography'],
] as const)('a defect of machine translation is found: %s', (_, from, to, rule) => {
  expect(good).toContain(from);
  expect(rulesOf(good.replace(from, to))).toContain(rule);
});

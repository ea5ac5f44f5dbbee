import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkMarkdown } from '../src/index.ts';
import { doubtful } from '../src/languages/doubtful.ts';
import { type Choice, choices } from '../src/rules/choices.ts';
import { ruleNames } from '../src/rules/index.ts';

const home = join(import.meta.dirname, '..');

test('the tables of warnings in the README are those of the package', () => {
  const printed = execFileSync(process.execPath, [join(home, 'bench/warnings.ts')], { encoding: 'utf8' });
  const readme = readFileSync(join(home, 'README.md'), 'utf8');
  const [, shown = ''] = /<!-- warnings:start -->\n([\s\S]*?)<!-- warnings:end -->/.exec(readme) ?? [];
  const cells = (text: string) =>
    text
      .split('\n')
      .flatMap((line) => (/^\| `/.test(line) ? [line.split('|').map((cell) => cell.trim())] : []));
  expect(cells(shown)).toEqual(cells(printed));
  expect(cells(printed).length).toBeGreaterThanOrEqual(Object.keys(choices).length);
});

/** A pair of texts with a finding of each kind. */
const pairs: Readonly<Record<Choice, readonly [source: string, translation: string]>> = {
  'added name': ['See `a_b`.', 'Voir `a_b` et `c_d`.'],
  label: ['Click `Apply`.', 'Cliquez sur `Valider`.'],
  'words in code': ['It is `7 meters` long.', 'Il fait `7 mètres` de long.'],
  'words with a sign': ['It is inbound=outbound here.', 'C’est entrant=sortant ici.'],
  'mentioned less': ['![Over 40 cats](a.png)', '![Des chats](a.png)'],
  'unit without number': ['Given in milliseconds here.', 'Donné en minutes ici.'],
  'number in words': ['It has 30 million users.', 'Il a 30 millionnettes d’usagers.'],
  'added link': ['See it here.', 'Voir [ici](https://a.dev).'],
  'other anchor': ['See [it](../a#some-heading).', 'Voir [ici](../a#un-titre-traduit).'],
  'added block': ['Name it.', 'Nommez `a` {id}.'],
  'words in output': ['```\nNumber: 4 = 0b0100\n```', '```\nNombre : 4 = 0b0100\n```'],
  'renamed throughout': ['```js\nuse(unit); send(unit)\n```', '```js\nuse(jour); send(jour)\n```'],
  'other blocks': [
    '# A\n\nSee it.\n\n# B\n\nSee it.',
    '# A\n\nLe voir.\n\n## C\n\nAutre `c` ici.\n\nEt `d`.\n\nEt `e`.\n\n# B\n\nLe voir.',
  ],
  'other form': ['# A\n\nSee it.', '## A\n\nLe voir.'],
  'single word': ['- Search\n- `b`', '- Search\n- `b`'],
};

test.each(Object.entries(pairs))(
  'the finding "%s" is an error in a contract and a warning in a page',
  (choice, [source, translation]) => {
    const severities = (kind: 'contract' | 'page') =>
      checkMarkdown(source, translation, { language: choice === 'single word' ? 'ja' : 'fr', kind })
        .filter(({ rule }) => rule === choices[choice as Choice].rule) // the keys of the table above
        .map(({ severity }) => severity);
    expect(severities('contract')).toContain('error');
    expect(severities('page')).toContain('warn');
    expect(severities('page')).not.toContain('error');
  },
);

test('a rule that is often wrong in a language only warns there, unless the settings say otherwise', () => {
  const [source, translation] = ['```js\nshow(1)\n```', '```js\nhide(1)\n```'];
  const found = (language: string, rules = {}) =>
    checkMarkdown(source, translation, { language, rules }).map(({ severity }) => severity);
  for (const [rule, languages] of Object.entries(doubtful.page))
    expect(ruleNames, `${languages}`).toContain(rule);
  expect(doubtful.page['code']).toContain('pl');
  expect(found('pl')).toEqual(['warn']);
  expect(found('pl-PL')).toEqual(['warn']);
  expect(found('fr')).toEqual(['error']);
  expect(found('pl', { code: 'error' })).toEqual(['error']);
});

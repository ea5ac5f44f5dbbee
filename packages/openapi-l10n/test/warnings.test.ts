import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkMarkdown } from '../src/index.ts';
import { doubtful } from '../src/languages/doubtful.ts';
import { type Choice, choices } from '../src/rules/choices.ts';
import { ruleNames } from '../src/rules/index.ts';
import { type Proof, proofs } from '../src/rules/proofs.ts';

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
  'mentioned less': ['![Over 40 cats](a.png)', '![Des chats](a.png)'],
  'added number': ['It has pages.', 'Il a 256 pages.'],
  'unit without number': ['Given in milliseconds here.', 'Donné en minutes ici.'],
  'number in words': ['It has 30 million users.', 'Il a 30 millionnettes d’usagers.'],
  'added link': ['See it here.', 'Voir [ici](https://a.dev).'],
  'other anchor': ['See [it](../a#some-heading).', 'Voir [ici](../a#un-titre-traduit).'],
  'other blocks': [
    '# A\n\nSee it.\n\n# B\n\nSee it.',
    '# A\n\nLe voir.\n\n## C\n\nAutre `c` ici.\n\nEt `d`.\n\nEt `e`.\n\n# B\n\nLe voir.',
  ],
  'other form': ['# A\n\nSee it.', '## A\n\nLe voir.'],
  'few words': ['See all of them here.\n\n- Search now\n- `b`', 'Voir tout ici.\n\n- Search now\n- `b`'],
  title: ['# The Art of the Command\n\nSee it.', '# The Art of the Command\n\nVoir.'],
};

test.each(Object.entries(pairs))(
  'the finding "%s" is an error in a contract and a warning in a page',
  (choice, [source, translation]) => {
    const severities = (kind: 'contract' | 'page') =>
      checkMarkdown(source, translation, { language: 'fr', kind })
        .filter(({ rule }) => rule === choices[choice as Choice].rule) // the keys of the table above
        .map(({ severity }) => severity);
    expect(severities('contract')).toContain('error');
    expect(severities('page')).toContain('warn');
    expect(severities('page')).not.toContain('error');
  },
);

/** A pair of texts with a finding of each kind that is an error in a page too, and one that only warns there. */
const proved: Readonly<Record<Proof, readonly [source: string, right: string, wrong: string]>> = {
  'misspelt name': ['Send `user_name`.', 'Envoyez `id_usager`.', 'Envoyez `user_nmae`.'],
  'repeated word': ['Send an alias.', 'Envoyez envoyez un alias.', 'Envoyez un alias alias alias.'],
  'renamed field': [
    '---\norder: 12345\n---\n\nSee it.',
    '---\norder: 12346\n---\n\nVoir.',
    '---\nordre: 12345\n---\n\nVoir.',
  ],
  'misspelt code': ['```js\nshow(1)\n```', '```js\nhide(1)\n```', '```js\nsohw(1)\n```'],
  'translated keyword': ['```js\nreturn 1\n```', '```js\nyield 1\n```', '```js\nretourner 1\n```'],
  'quotation marks': ['```js\nf("a")\n```', '```js\ng("a")\n```', '```js\nf(“a”)\n```'],
  'lost line': ['```js\na()\nb()\n```', '```js\nc()\nb()\nd()\n```', '```js\nb()\n```'],
  'lost placeholder': ['Write {name} now.', 'Écrivez {nom} ici.', 'Écrivez ici.'],
};

test.each(Object.entries(proved))(
  'the finding "%s" is an error in a page, and others of its rule are not',
  (proof, [source, right, wrong]) => {
    const { rule } = proofs[proof as Proof]; // the keys of the table above
    const severities = (translation: string) =>
      checkMarkdown(source, translation, { language: 'fr' })
        .filter((found) => found.rule === rule)
        .map(({ severity }) => severity);
    expect(severities(wrong)).toContain('error');
    expect(severities(right)).not.toContain('error');
  },
);

test('each language in which a rule only warns is named with a rule of the package', () => {
  for (const [rule, languages] of [...Object.entries(doubtful.page), ...Object.entries(doubtful.contract)])
    expect(ruleNames, `${languages}`).toContain(rule);
});

test('the settings of a project set the severity of what only warns in a page', () => {
  const [source, translation] = ['```js\nshow(1)\n```', '```js\nhide(1)\n```'];
  const found = (rules = {}) =>
    checkMarkdown(source, translation, { language: 'pl-PL', rules }).map(({ severity }) => severity);
  expect(found()).toEqual(['warn']);
  expect(found({ code: 'warn' })).toEqual(['warn']);
});

import { expect, test } from 'vitest';
import { checkMarkdown } from '../src/index.ts';

const fenced = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\``;

test.each([
  [
    'a renamed function',
    fenced('js', "show('Some text', count)"),
    fenced('js', "montrer('Du texte', count)"),
  ],
  [
    'a renamed attribute',
    fenced('jsx', '<b className="x">Some text</b>'),
    fenced('jsx', '<b nomDeClasse="x">Du texte</b>'),
  ],
  [
    'a renamed key',
    fenced('json', '{ "label": "Some text" }'),
    fenced('json', '{ "étiquette": "Du texte" }'),
  ],
  ['a function that a sample only calls', fenced('py', 'do_work(n)'), fenced('py', 'travailler(n)')],
  ['a key of YAML', fenced('yaml', 'lead: We have news.'), fenced('yaml', 'chapeau: Du nouveau.')],
  [
    'a header of a command',
    fenced('sh', 'curl -H "Accept: text/csv" a.dev'),
    fenced('sh', 'curl -H "Accepter: text/csv" a.dev'),
  ],
  ['a value of data', fenced('json', '{ "unit": "day" }'), fenced('json', '{ "unit": "jour" }')],
  [
    'a translated option',
    fenced('sh', 'tool --output file # write it'),
    fenced('sh', 'tool --sortie file # l’écrire'),
  ],
  [
    'a name in backticks in a page',
    fenced('md', 'Use `user_id` here.'),
    fenced('md', 'Utilisez `id_usager` ici.'),
  ],
])('%s is an error in the code of a contract, whatever else is translated', (_, source, translation) => {
  const found = checkMarkdown(source, translation, { language: 'fr', kind: 'contract' });
  expect(found.filter(({ severity }) => severity === 'error')).toMatchObject([{ rule: 'code' }]);
  expect(checkMarkdown(source, translation, { language: 'fr' })).toContainEqual(
    expect.objectContaining({ rule: 'code' }),
  );
});

test('a broken block is found on a page that shows it twice', () => {
  const page = (first: string) => `# A\n\n${fenced('js', first)}\n\n# B\n\n${fenced('js', 'show(item)')}`;
  expect(checkMarkdown(page('show(item)'), page('sohw(item)'), { language: 'fr' })).toMatchObject([
    { rule: 'code', place: { line: 4 } },
  ]);
});

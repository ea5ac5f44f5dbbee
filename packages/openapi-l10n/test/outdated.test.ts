import { expect, test } from 'vitest';
import { checkMarkdown } from '../src/index.ts';

const section = (number: number, words: string) =>
  `## ${words} ${number}\n\n${words} \`name_${number}\`, ${100 + number}.\n\n\`\`\`sh\nrun ${number}\n\`\`\`\n`;
const page = (numbers: readonly number[], words: string) =>
  numbers.map((number) => section(number, words)).join('\n');
const summary = (source: string, translation: string, language = 'fr') =>
  checkMarkdown(source, translation, { language }).map(
    ({ rule, severity, message }) => `${severity} ${rule}: ${message}`,
  );

test('a missing section is one finding, without further findings for its content', () => {
  expect(summary(page([1, 2, 3, 4, 5], 'Send'), page([1, 2, 4, 5], 'Envoyez'))).toEqual([
    'error structure: The source has 3 blocks, from “Send 3” on, without a counterpart',
  ]);
});

test('a page of another version is one finding, and the common blocks are checked', () => {
  const old = page([1, 2, 17, 18, 19], 'Envoyez').replace('name_1', 'nane_1');
  expect(summary(page([1, 2, 3, 4, 5, 6], 'Send'), old)).toEqual([
    expect.stringMatching(
      /^error protected-term: The translation has the token “nane_1” where the source has “name_1”$/,
    ),
    expect.stringMatching(
      /^error structure: The translation seems to be out of date: \d of 18 blocks have a counterpart$/,
    ),
  ]);
});

test('a translator’s note before the page is a warning', () => {
  const note = '> Traduit par une machine, voir [l’original](/en/guide).\n\n';
  const found = summary(page([1, 2, 3], 'Send'), note + page([1, 2, 3], 'Envoyez'));
  expect(found).toEqual([expect.stringMatching(/^warn structure: The translation has the paragraph/)]);
});

test.each([
  ['a label of an interface', 'Click `Quick Start`.', 'Cliquez sur `Démarrage rapide`.'],
  ['markup with a text', 'Write `<h1>Home page</h1>`.', 'Écrivez `<h1>Page d’accueil</h1>`.'],
  ['a name to be chosen', 'Open `your-site.example`.', 'Ouvrez `votre-site.example`.'],
  [
    'a name that the block shows',
    'See `tag`.\n\n```js\nlet tag\n```',
    'Voir `balise`.\n\n```js\nlet balise\n```',
  ],
])('%s in backticks may be translated', (_what, source, translation) => {
  expect(summary(source, translation).filter((line) => /^error protected/.test(line))).toEqual([]);
});

test.each([
  ['words that the API reads', 'Send `every 2 hours`.', 'Envoyez `toutes les 2 heures`.'],
  ['a constant', 'Is `IN_PROGRESS`.', 'Vaut `EN_COURS`.'],
  ['a name', 'Send `user_id`.', 'Envoyez `id_utilisateur`.'],
  ['a class', 'The `Post` model.', 'Le modèle `Article`.'],
])('%s in backticks must not change in a contract', (_what, source, translation) => {
  const found = checkMarkdown(source, translation, { language: 'fr', kind: 'contract' });
  expect(found).toMatchObject([{ rule: 'protected-term', severity: 'error' }]);
});

test.each([
  ['a text between tags', '<h1>Home page</h1>', '<h1>Accueil</h1>', 'strings'],
  ['a string', 'const title = "About me";', 'const title = "À propos";', 'strings'],
  ['the language of the page', '<html lang="en">', '<html lang="fr">', undefined],
  ['quotation marks and semicolons', "import a from 'b';", 'import a from "b"', 'form'],
  ['a comment', 'run(); // once', 'run(); // une fois', 'comments'],
])('%s of a code block may differ', (_what, source, translation, kind) => {
  const found = summary(`\`\`\`jsx\n${source}\n\`\`\``, `\`\`\`jsx\n${translation}\n\`\`\``);
  expect(found).toEqual(
    kind ? [expect.stringMatching(new RegExp(`^warn code: .* differs in its ${kind}`))] : [],
  );
});

test.each([
  ['a key', '{"formats": 1}', '{"formatos": 1}'],
  ['a value', '{"type": "object"}', '{"type": "obiect"}'],
  ['a string', '{"type": "object"}', '{"type": “object”}'],
  ['a member', '{\n"a": 1,\n"b": 2\n}', '{\n"a": 1,\n}'],
])('%s of a code block must not differ', (_what, source, translation) => {
  expect(summary(`\`\`\`json\n${source}\n\`\`\``, `\`\`\`json\n${translation}\n\`\`\``)).toEqual([
    expect.stringMatching(/^error code/),
  ]);
});

test('a link to a translated heading, to another edition or to the same page with a slash is correct', () => {
  const source =
    '## Rate limits\n\nSee [limits](#rate-limits), [HTTP](https://en.wikipedia.org/wiki/HTTP) and [home](https://example.com).';
  const translation =
    '## Limites de débit\n\nVoir [les limites](#limites-de-débit), [HTTP](https://fr.wikipedia.org/wiki/Hypertext) et [l’accueil](https://example.com/).';
  expect(summary(source, translation)).toEqual([]);
});

test.each([
  ['zh-CN', 'Costs 2 credits a page.', '每页消耗 2 点额度。'],
  ['ja', 'Send March 2024 for middleware.', 'ミドルウェアには2024年3月を送信します。'],
  ['ko', 'Ends in September 2023.', '2023년 9월에 끝납니다.'],
  ['it', 'If you are not sure, ask.', 'Se non sei sicuro, chiedi.'],
  ['pt-BR', 'The current date and time.', 'A data e hora atuais.'],
  ['zh-CN', 'A 32-bit version of npm 5.0+.', 'npm 5.0 及以上的 32 位版本。'],
])('in %s, no false number or unit is found in: %s', (language, source, translation) => {
  expect(summary(source, translation, language)).toEqual([]);
});

test('words in strings of programs are samples, and those in data are values', () => {
  const block = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\``;
  expect(summary(block('js', "let tags = ['success']"), block('js', "let tags = ['réussite']"))).toEqual([
    expect.stringMatching(/^warn code/),
  ]);
  const [source, translation] = [block('json', '["success"]'), block('json', '["réussite"]')];
  expect(checkMarkdown(source, translation, { language: 'fr', kind: 'contract' })).toMatchObject([
    { rule: 'code', severity: 'error' },
  ]);
});

test('a version next to letters of another script is found', () => {
  expect(summary('Not yet in v4.16.17.', 'まだ公開されていないv4.16.17の機能。', 'ja')).toEqual([]);
  expect(summary('Not yet in v4.16.17.', 'まだ公開されていないv4.16.18の機能。', 'ja')).toEqual([
    expect.stringMatching(/^warn number/),
  ]);
});

const list = (count: number, text: (number: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index + 1)).join('\n\n');

test('a lost paragraph is an error if its link is nowhere else, and a warning if another one may be the lost one', () => {
  const source = list(9, () => 'Words that a reader needs in order to understand this page.');
  const translation = list(8, () => 'Des mots dont un lecteur a besoin pour comprendre cette page.');
  const linked = source.replace('Words', 'See [the words](https://a.dev/words), words');
  expect(summary(source, translation)).toEqual([
    expect.stringMatching(/^warn structure: The source has the paragraph/),
  ]);
  expect(summary(linked, translation)).toEqual([
    expect.stringMatching(/^error structure: The source has the paragraph “See the words/),
  ]);
});

test('the original below a translation is a warning, not a page of another version', () => {
  const source = page([1, 2, 3, 4, 5], 'Send');
  const found = summary(source, `${page([1, 2, 3, 4, 5], 'Envoyez')}\n# Original\n\n${source}`);
  expect(found).toContainEqual(expect.stringMatching(/^warn structure: The translation has 16 blocks/));
  expect(found.filter((line) => line.startsWith('error structure'))).toEqual([]);
});

test('a table row without its last cells is the same as one with empty cells', () => {
  const table = (row: string, head: string) => `| a | ${head} |\n| - | - |\n${row}`;
  expect(summary(table('| Words |', 'Meaning'), table('| Mots | |', 'Sens'))).toEqual([]);
  expect(summary(table('| Words | Meaning |', 'x'), table('| Mots | |', 'x'))).toEqual([
    expect.stringMatching(/^error structure: The source has table cell where/),
  ]);
});

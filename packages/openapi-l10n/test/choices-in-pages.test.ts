import { expect, test } from 'vitest';
import { checkMarkdown } from '../src/index.ts';

const errors = (source: string, translation: string, language = 'fr') =>
  checkMarkdown(source, translation, { language }).filter(({ severity }) => severity === 'error');

const long = (words: string, times: number) => Array.from({ length: times }, () => words).join(' ');
const page = (...paragraphs: string[]) =>
  ['# A', ...paragraphs, '# B', 'See `b`.', '# C', 'See `c`.', '# D', 'See `d`.'].join('\n\n');

test.each([
  [
    'split',
    page(`${long('One two three four.', 5)} See \`a\`.`),
    page(long('Un deux trois quatre.', 3), `${long('Un deux trois quatre.', 2)} Voir \`a\`.`),
  ],
  [
    'joined',
    page(long('One two three four.', 3), `${long('One two three four.', 2)} See \`a\`.`),
    page(`${long('Un deux trois quatre.', 5)} Voir \`a\`.`),
  ],
])('a paragraph that a translator has %s is not reported', (_, source, translation) => {
  const voir = translation.replaceAll('See', 'Voir');
  expect(errors(source, voir)).toEqual([]);
});

test('a missing paragraph is an error, even if its neighbour was not joined with it', () => {
  const [first, second] = [`${long('One two three four.', 3)} See \`a\`.`, long('Five six seven eight.', 3)];
  const found = errors(
    page(first, second),
    page(`${long('Un deux trois quatre.', 3)} Voir \`a\`.`).replaceAll('See', 'Voir'),
  );
  expect(found).toMatchObject([{ rule: 'structure' }]);
});

test('missing cards are one error, without further errors for their content', () => {
  const card = (n: number) => `<Card title="Number ${n} of many" href="/guides/${n}" />`;
  const cards = Array.from({ length: 6 }, (_, n) => card(n)).join('\n');
  const french = 'Voir `a`.';
  const found = errors(page('See `a`.', cards), page(french).replaceAll('See', 'Voir'));
  expect(found).toMatchObject([{ rule: 'structure' }]);
});

/** Code of template languages, dates and tables that translators write in another way. */
test.each([
  [
    'comments in code of Liquid',
    'See it.\n\n{% highlight ruby %}\n# the comment\nrun 1\n{% endhighlight %}',
    'Voir.\n\n{% highlight ruby %}\n# le commentaire\nrun 1\n{% endhighlight %}',
  ],
  ['a range of days', 'On December 5-7, 2016.', 'Du 5 au 7 décembre 2016.'],
  ['a date with its time', 'On 2017-09-14 12:00:00.', 'Le 14 septembre 2017 12:00:00.'],
  ['billions', 'It has 14B parameters.', 'Il a 14 milliards de paramètres.'],
  ['the number of a standard', 'It is ISO8601.', 'C’est l’ISO 8601.'],
  ['a third party', 'By third-party tools.', 'Par des outils tiers.'],
  [
    'the heads of a table',
    '| # | Time |\n| - | - |\n| 1 | The first of all |\n\nHere.\n\nThere.',
    '| # | Durée de tout |\n| - | - |\n| 1 | Le premier |\n\nIci.\n\nLà.',
  ],
  [
    'a note of the translator at the end',
    '# A\n\nSee `a`.\n\n# B\n\nSee `b`.',
    '# A\n\nVoir `a`.\n\n# B\n\nVoir `b`.\n\n---\n\nTraduit par une machine, sans garantie.',
  ],
  ['a picture with a hash', '![A cat](./a/cat.png)', '![Un chat](../fr/cat.46c706b1.webp)'],
  ['a page named after its language', 'See [it](./secure.md).', 'Voir [ça](./secure.french.md).'],
  [
    'the message of a commit',
    'Such as _fix: read the dates of a list_.',
    'Comme _fix: read the dates of a list_.',
  ],
  [
    'words in parentheses',
    'A queue is FIFO (first in, first out).',
    'Une file est FIFO (first in, first out).',
  ],
  [
    'the title of a linked page',
    'See [How to Be the First](https://a.dev).',
    'Voir [How to Be the First](https://a.dev).',
  ],
  [
    'a link between tags',
    '<p>\n  Ada, ["A Title"](https://a.dev)\n</p>',
    '<p>\n  Ada, ["Un titre"](https://a.dev)\n</p>',
  ],
  ['the name of a button', 'Click `Remote` here.', 'Cliquez sur `Remoto` ici.'],
  ['a file seen from a deeper folder', 'See [it](code/pi).', 'Voir [ça](../../../3-net/1-start/code/pi).'],
  ['a page seen from the folder next to it', 'See [it](x.md).', 'Voir [ça](../guide/x.md).'],
])('%s is not reported as an error', (_, source, translation) => {
  expect(errors(source, translation)).toEqual([]);
});

test('another file of a deeper folder is another link', () => {
  expect(errors('See [it](code/pi).', 'Voir [ça](../../3-net/code/pico).')).toMatchObject([{ rule: 'link' }]);
});

test('a month by its number is the month by its name', () => {
  expect(errors('Every November we pause.', '毎年11月に休みます。', 'ja')).toEqual([]);
  expect(checkMarkdown('Every November we pause.', '毎年12月に休みます。', { language: 'ja' })).toMatchObject(
    [{ rule: 'number' }],
  );
});

test('a date pattern before words of another script is not a word', () => {
  expect(errors('Time is YYYY-MM-DDTHH:mm:ssZ. The posts.', 'YYYY-MM-DDTHH:mm:ssZ。ポスト', 'ja')).toEqual(
    [],
  );
});

test('a name that was changed in one place is an error, even if the page has it elsewhere', () => {
  const source = 'Send `limit` here.\n\nAnd `limit` there.\n\nA third one.';
  const found = errors(source, 'Envoyez `limxot` ici.\n\nEt `limit` là.\n\nUn troisième.');
  expect(found).toMatchObject([{ rule: 'protected-term', message: expect.stringContaining('“limit”') }]);
});

test('a lost link is an error where the blocks of its section correspond, and a warning elsewhere', () => {
  const section = (name: string, text: string) => `# ${name}\n\n${text}\n\nWith \`${name}_b\`.`;
  const source = ['A', 'C', 'D', 'E']
    .map((name) => section(name, `Send [it](https://a.dev/${name}).`))
    .join('\n\n');
  const translated = source.replaceAll('Send', 'Envoyez').replaceAll('With', 'Avec');
  const lost = translated.replace('Envoyez [it](https://a.dev/C).', 'Envoyez.');
  expect(errors(source, lost)).toMatchObject([{ rule: 'link' }]);
  const outdated = lost.replace('Envoyez.', 'Envoyez.\n\nUne phrase de plus.\n\nEt une autre `x`.');
  expect(errors(source, outdated)).toEqual([]);
});

test('white space and addresses in backticks may differ', () => {
  expect(errors('Use {req,res} and `a = 0`.', 'Utilisez {req, res} et `a=0`.')).toEqual([]);
  expect(errors('Open `localhost` now.', 'Ouvrez `http://localhost` ici.')).toEqual([]);
});

test.each(['es', 'de', 'it', 'pt-BR'])(
  'a number with several groups of digits is right in %s',
  (language) => {
    expect(errors('`a` 550,000,000', '`a` 550.000.000', language)).toEqual([]);
    expect(errors('`a` 550,000,000', '`a` 560.000.000', language)).toMatchObject([{ rule: 'number' }]);
  },
);

test.each([
  ['the number of an embedded project', 'https://a.dev/embed/250234955/', 'https://a.dev/embed/418774504/'],
  ['the same file by an absolute address', 'api/README.md', 'https://a.dev/o/r/blob/main/api/README.md'],
  ['a folder instead of its page', 'src/list', 'src/list/README.pt-BR.md'],
  ['a page with and without its extension', '/topics/storage.md', '/docs/topics/storage/'],
  ['an address that is put together', '{{site.url}}/a.html', '/fr/a.html'],
  ['a page with the language at its end', '/components/button#api', '/components/button-fr#api'],
  ['an article by its number', '/hc/articles/360012-How-do-I', '/hc/fr/articles/360012-Comment'],
  ['a path from the root', '/CONTRIBUTING.md', 'CONTRIBUTING.md'],
])('%s is at most a warning in a page', (_, from, to) => {
  expect(errors(`See [it](${from}) here.`, `Voir [ça](${to}) ici.`)).toEqual([]);
});

test('an address that stands elsewhere in the sentence is not a lost one', () => {
  const found = errors('See the answers at\nhttps://a.dev/faq for more.', 'Voir les\n`https://a.dev/faq`.');
  expect(found).toEqual([]);
});

test.each([
  ['another page of a folder', '/topics/storage.md', '/topics/store.md'],
  ['another page of a site', 'https://a.dev/releases', 'https://a.dev/releases-x'],
  ['a misspelt host', 'https://docs.example/a', 'https://dosc.example/a'],
])('%s is an error in a page', (_, from, to) => {
  expect(errors(`See [it](${from}) here.`, `Voir [ça](${to}) ici.`)).toMatchObject([{ rule: 'link' }]);
});

import { expect, test } from 'vitest';
import { checkMarkdown } from '../src/index.ts';

const errors = (source: string, translation: string, language = 'fr') =>
  checkMarkdown(source, translation, { language }).filter(({ severity }) => severity === 'error');

const fenced = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\``;

/** What translators of a site decide: each may be right, so it is a warning at most. */
test.each([
  [
    'a text between tags with a number sign',
    fenced('jsx', '<b>Cup #{n} of tea</b>'),
    fenced('jsx', '<b>Tasse #{n} de thé</b>'),
  ],
  [
    'a text between tags that begins with a value',
    fenced('jsx', '<p>{n} “left”</p>'),
    fenced('jsx', '<p>Il reste « {n} »</p>'),
  ],
  [
    'a text in a slot',
    fenced('vue', '<p #top>\n  Wait...\n</p>'),
    fenced('vue', '<p #top>\n  Patientez...\n</p>'),
  ],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is in the code
  ['a template', fenced('js', 'log(`Line #3 of ${n}`)'), fenced('js', 'log(`Ligne nº 3 sur ${n}`)')],
  ['a label in a log', fenced('js', "log('Found:', n)"), fenced('js', "log('Trouvé :', n)")],
  [
    'an attribute that is read',
    fenced('html', '<a title="Home" href="/x">'),
    fenced('html', '<a title="Accueil" href="/fr/x">'),
  ],
  [
    'the language of the readers',
    fenced('js', "const names = { en: 'English' }"),
    fenced('js', "const names = { fr: 'Français' }"),
  ],
  [
    'the language of the readers under a quoted key',
    fenced('js', "title: { en: 'New' }"),
    fenced('js', "title: { 'fr-CA': 'Nouveau' }"),
  ],
  [
    'the front matter of a page in a sample, with a text of several lines',
    fenced('md', '---\ntitle: A page\nbanner: |\n  We are here!\n  <a href="https://a.dev">See</a>\n---'),
    fenced('md', '---\ntitle: Une page\nbanner: |\n  Nous voilà !\n  <a href="https://a.dev">Voir</a>\n---'),
  ],
  [
    'words in backticks in a sample of Markdown',
    fenced('md', 'Write `inline code` like this.'),
    fenced('md', 'Écrivez du `code en ligne` ainsi.'),
  ],
  [
    'the page of a site in the language of the readers, in a sample',
    fenced('mdx', '<Card\n  href="https://docs.a.dev"\n/>'),
    fenced('mdx', '<Card\n  href="https://docs.a.dev/fr/"\n/>'),
  ],
  [
    'an array in an attribute of a component',
    '<Tree\n  items={[\n    { label: "Stars", items: [{ attrs: { badge: { text: "New" } } }] },\n  ]}\n/>',
    '<Tree\n  items={[\n    { label: "Étoiles", items: [{ attrs: { badge: { text: "Nouveau" } } }] },\n  ]}\n/>',
  ],
  [
    'an object with a comment in an attribute of a component',
    "<Grid\n  labels={{\n    /** It's the theme. */\n    dark: 'Dark {n}',\n  }}\n/>",
    "<Grid\n  labels={{\n    /** C'est le thème. */\n    dark: 'Sombre {n}',\n  }}\n/>",
  ],
  [
    'an image of a page in a deeper folder, in front matter',
    '---\nhero:\n  file: ../../assets/logo.svg\n---\n\nHello to everybody here.',
    '---\nhero:\n  file: ../../../assets/logo.svg\n---\n\nBonjour à tout le monde ici.',
  ],
  [
    'a text and the words of a spell checker, in front matter',
    '---\nhead:\n  content: A fast tool\ncSpell:ignore: doesnt\n---\n\nHello to everybody here.',
    '---\nhead:\n  content: Un outil rapide\ncSpell:ignore: vitesse\n---\n\nBonjour à tout le monde ici.',
  ],
  [
    'the path of an example, and what readers fill in',
    'Click `path/to/file.js:2:2` in `https://a.dev/USER_NAME/REPO_NAME`.',
    'Cliquez sur `chemin/vers/fichier.js:2:2` dans `https://a.dev/NOM_UTILISATEUR/NOM_DEPOT`.',
  ],
  ['a date pattern in backticks', 'As `YYYY-MM-DD`.', 'Sous la forme `AAAA-MM-JJ`.'],
  ['a label in backticks', 'Hides the “Edit page” link.', 'Masque le lien `Modifier la page`.'],
  [
    'a page in Markdown',
    fenced('md', '# Title\n\n- _Some_ stars, see [it](/a).'),
    fenced('md', '# Titre\n\n- _Quelques_ étoiles, voir [là](/a).'),
  ],
  [
    'a log',
    fenced('text', '[plugin] Starting the server …'),
    fenced('text', '[plugin] Démarrage du serveur …'),
  ],
  [
    'the words of a command that readers fill in',
    'Run `cat {{path/to/file}}`.',
    'Lancez `cat {{chemin/du/fichier}}`.',
  ],
  ['the file of an example', 'Write `example.md`.', 'Écrivez `exemple.md`.'],
  ['a page that has moved', '[It](https://a.dev/en/web/lists).', '[Ça](https://a.dev/fr/docs/html/lists).'],
  ['an address with the language in its query', '[It](https://a.dev/x).', '[Ça](https://a.dev/x?hl=fr).'],
  [
    'a page in a deeper folder',
    '![A cat](../img/cat.png) and [it](./x.md).',
    '![Un chat](../../img/cat.png) et [ça](../x.md).',
  ],
  ['a picture in another folder', '![A cat](@assets/cat.png)', '![Un chat](./cat.png)'],
  [
    'a command in a component',
    '<Terminal>\n\nnpm install --save-dev tool\n\n</Terminal>',
    '<Terminal>\n\nnpm install --save-dev tool\n\n</Terminal>',
  ],
  [
    'a script in a page',
    '<script setup>\nimport { the } from "a"\n</script>\n\nWait here.',
    '<script setup>\nimport { the } from "a"\n</script>\n\nAttendez ici.',
  ],
  ['a heading that is a command', '# git show\n\nShow it.', '# git show\n\nLe montrer.'],
  [
    'a script with markup in a string',
    '<script>\nconst html = "<b>This is the text.</b>"\n</script>\n\nGo.',
    '<script>\nconst html = "<b>This is the text.</b>"\n</script>\n\nAllez.',
  ],
  [
    'an attribute in a cell',
    '| a | b |\n| - | - |\n| of | role="main" |',
    '| a | b |\n| - | - |\n| de | role="main" |',
  ],
  ['the way in which names are written', 'Names are in camelCase.', 'Les noms sont en casse de chameau.'],
  [
    'a message of a program',
    '# A\n\n<ConsoleBlock level="error">\n\nThis can only be called once.\n\n</ConsoleBlock>',
    '# B\n\n<ConsoleBlock level="error">\n\nThis can only be called once.\n\n</ConsoleBlock>',
  ],
  ['a heading with a call', '## $watch()\n\nGo.', '## $watch()\n\nAllez.'],
  ['a heading with a tag', '# \\<script setup>\n\nGo.', '# \\<script setup>\n\nAllez.'],
  [
    'a string of a condition',
    fenced('jsx', "{a ?\n  'right' :\n  'wrong'}"),
    fenced('jsx', "{a ?\n  'juste' :\n  'faux'}"),
  ],
  ['another site', 'See [it](https://yarnpkg.com/x).', 'Voir [ça](https://runebook.dev/fr/x-y).'],
  ['an absolute address instead of a relative one', 'See [it](./core-api).', 'Voir [ça](/api/core-api).'],
  ['the notation base64', 'It is base64.', 'C’est en base 64.'],
  [
    'a name that ends a sentence and begins the next',
    'Give it to `Form`. Then `Form` sends it.',
    'Donnez-le à `Form`. `Form` l’envoie.',
  ],
  [
    'a component that runs in the page',
    '<div id="demo">\n  <b v-if="ok">This is the one!</b>\n</div>\n\nGo.',
    '<div id="demo">\n  <b v-if="ok">This is the one!</b>\n</div>\n\nAllez.',
  ],
  ['names with numbers', '# Stars\n\nGliese 179 b, Wasp 82 b', '# Étoiles\n\nGliese 179 b, Wasp 82 b'],
  [
    'an anchor that keeps that of the source',
    '## First steps\n\nSee [it](#first-steps).',
    '## Premiers pas {#first-steps}\n\nVoir [ça](#first-steps).',
  ],
  [
    'a comment with the anchor',
    '## First *steps* {/*first-steps*/}\n\nGo.',
    '## Premiers pas {/*first-steps*/}\n\nAllez.',
  ],
  [
    'a comment that is not shown',
    'Go.\n\n{{< comment >}} Do not translate this one. {{< /comment >}}',
    'Allez.\n\n{{< comment >}} Do not translate this one. {{< /comment >}}',
  ],
])('%s may differ or stay without an error', (_, source, translation) => {
  expect(errors(source, translation)).toEqual([]);
});

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
])('%s is an error in code, whatever else is translated', (_, source, translation) => {
  expect(errors(source, translation)).toMatchObject([{ rule: 'code' }]);
});

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
  expect(errors('Every November we pause.', '毎年12月に休みます。', 'ja')).toMatchObject([
    { rule: 'number' },
  ]);
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

test('a lost name is an error where the blocks of its section correspond, and a warning elsewhere', () => {
  const section = (name: string, text: string) => `# ${name}\n\n${text}\n\nWith \`${name}_b\`.`;
  const source = ['A', 'C', 'D', 'E'].map((name) => section(name, `Send \`${name}_id\`.`)).join('\n\n');
  const translated = source.replaceAll('Send', 'Envoyez').replaceAll('With', 'Avec');
  const lost = translated.replace('Envoyez `C_id`.', 'Envoyez.');
  expect(errors(source, lost)).toMatchObject([{ rule: 'protected-term' }]);
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

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

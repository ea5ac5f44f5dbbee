import { readdirSync } from 'node:fs';
import { checkMarkdown } from 'openapi-l10n';
import { expect, test } from 'vitest';
import { catalogue } from '../src/guides/catalogue.ts';
import { blocksIn, guides, readBuilt, readSource } from './guide-pages.ts';

test('every guide exists in both languages', () => {
  expect(guides).not.toEqual([]);
  const french = readdirSync(new URL('../content/fr/', import.meta.url));
  expect(french.filter((name) => name.endsWith('.md'))).toEqual(guides);
});

test.each(guides)('the French guide %s passes the translation rules of the contract', (name) => {
  const findings = checkMarkdown(readSource('en', name), readSource('fr', name), {
    language: 'fr',
    sourceFile: `content/en/${name}`,
    translationFile: `content/fr/${name}`,
  });
  expect(findings).toEqual([]);
});

test.each(Object.entries(catalogue))(
  'the French of "%s" passes the translation rules of the contract',
  (english, french) => {
    expect(checkMarkdown(english, french, { language: 'fr' })).toEqual([]);
  },
);

test('the French catalogue has no unused sentence', () => {
  const published = guides.map((name) => readBuilt('fr', name)).join('\n');
  expect(Object.values(catalogue).filter((french) => !published.includes(french))).toEqual([]);
});

test.each(guides)('the code of %s is the same in both languages', (name) => {
  for (const kind of ['ts', 'sh'])
    expect(blocksIn(readBuilt('fr', name), kind)).toEqual(blocksIn(readBuilt('en', name), kind));
});

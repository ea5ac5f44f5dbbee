import { readdirSync, readFileSync } from 'node:fs';
import { checkMarkdown } from 'openapi-l10n';
import { expect, test } from 'vitest';

const content = new URL('../content/', import.meta.url);
const guides = readdirSync(new URL('en/', content)).filter((name) => name.endsWith('.md'));
const read = (language: string, name: string) =>
  readFileSync(new URL(`${language}/${name}`, content), 'utf8');

test('every guide is there in both languages', () => {
  expect(guides).not.toEqual([]);
  expect(readdirSync(new URL('fr/', content)).filter((name) => name.endsWith('.md'))).toEqual(guides);
});

test.each(guides)('the French of %s says what the English says, by the rules of the contract', (name) => {
  const findings = checkMarkdown(read('en', name), read('fr', name), {
    language: 'fr',
    sourceFile: `content/en/${name}`,
    translationFile: `content/fr/${name}`,
  });
  expect(findings).toEqual([]);
});

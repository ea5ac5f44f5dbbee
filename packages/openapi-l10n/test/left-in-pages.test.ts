import { expect, test } from 'vitest';
import { checkMarkdown } from '../src/index.ts';

const severities = (text: string, language = 'fr', around = 'Voir tout ici.') =>
  checkMarkdown(`See all of it here.\n\n${text}\n`, `${around}\n\n${text}\n`, { language })
    .filter(({ rule }) => rule === 'untranslated')
    .map(({ severity }) => severity);

test.each([
  ['the settings of a sample between lines of dashes', '---\nlanguage: python\nfilename: the_main.py\n---'],
  ['a directive between dashes', '--- /no-print of the task ---'],
  ['keywords of a language', 'for, while, do while, for of'],
])('%s is not reported as left in the source language', (_, text) => {
  expect(severities(text)).not.toContain('error');
});

test.each([
  ['the title of a work', '## The Art of the Command Line'],
  ['the name of a weakness', '- CWE-329 Not using an unpredictable vector with this mode'],
  ['a label of a few words', '- Search all pages'],
  ['code outside of a fence', 'if (error != nil) { you should return it to the caller; }'],
  ['a comment outside of a fence', '// Run this before you call the other one.'],
  ['an entry of a list of changes', '- Make the parser accept all of the dates (#1234)'],
])('%s is at most a warning in a page', (_, text) => {
  expect(severities(text)).not.toContain('error');
});

test.each([
  ['a sentence', 'You can use this page to find what you need.'],
  ['a heading that is a sentence', '## What you need before you start'],
  ['a text between quotation marks and words', 'Note that you need to use "a" and not the other one.'],
])('%s that is left in the source language is an error in a page', (_, text) => {
  for (const language of ['fr', 'de', 'ja', 'ru', 'ar'])
    expect(severities(text, language), language).toEqual(['error']);
});

test('a text to be typed and a gloss may be in the source language', () => {
  const found = (source: string, translation: string) =>
    checkMarkdown(source, translation, { language: 'ko' }).filter(({ severity }) => severity === 'error');
  expect(found("Write 'This is all of it' now.", "'This is all of it' 이라는 말을 쓰세요.")).toEqual([]);
  expect(
    found('A newer file.', '새로운 파일입니다. (The first file is **n**ewer **t**han the second one.)'),
  ).toEqual([]);
});

test('settings in TOML before a page are not read as text', () => {
  const page = (text: string, alias: string) =>
    `+++\ntitle = "The first of all pages"\naliases = ["/a/${alias}", "/b"]\n+++\n\n${text}`;
  expect(
    checkMarkdown(page('See all of it here.', '1'), page('Voir tout ici.', '1/fr'), { language: 'fr' }),
  ).toEqual([]);
});

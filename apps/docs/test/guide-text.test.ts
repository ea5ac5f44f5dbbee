import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { languages } from '../src/guides/contract.ts';
import { guides, readBuilt, readSource } from './guide-pages.ts';

/** A text without the marks of Markdown and without white space. */
const plain = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*\\]/g, '')
    .replace(/\s+/g, '');

const pageOf = (language: string, name: string) => {
  const path = name.replace(/^\d+-|\.md$/g, '');
  const { document } = parseHTML(
    readFileSync(new URL(`../dist/${language}/${path}/index.html`, import.meta.url), 'utf8'),
  );
  return document;
};

describe.each(languages)('the guides in %s', (language) => {
  test.each(guides)('the page of %s shows every heading, paragraph, item, cell and line of code', (name) => {
    const main = pageOf(language, name).querySelector('main');
    for (const copy of main?.querySelectorAll('.copy, .anchor') ?? []) copy.remove();
    const shown = plain(main?.textContent ?? '');
    const lines = readBuilt(language, name)
      .split('\n')
      .filter((line) => !/^(?:```\w*|\|[\s|:-]*\||)$/.test(line.trim()))
      .flatMap((line) => (line.startsWith('|') ? line.split(/(?<!\\)\|/) : [line]))
      .map((line) => plain(line.replace(/^\s*(?:#+|>|-|\d+\.)\s/, '')));
    expect(lines.length).toBeGreaterThan(4);
    // In order, since a line of code may occur more than once.
    let end = 0;
    const missing = lines.filter((line) => {
      const at = shown.indexOf(line, end);
      if (at >= 0) end = at + line.length;
      return at < 0;
    });
    expect(missing).toEqual([]);
  });

  test('a guide says how to use unpublished packages only until they are published', () => {
    const { version } = JSON.parse(
      readFileSync(new URL('../../../packages/client/package.json', import.meta.url), 'utf8'),
    );
    const isPublished = version !== '0.0.0';
    for (const name of guides) {
      const condition = isPublished ? 'published' : 'unpublished';
      for (const [, when, text = ''] of readSource(language, name).matchAll(
        /<!-- if: (\w+) -->(.*?)<!-- end -->/gs,
      )) {
        const pieces = text
          .trim()
          .replace(/^> /, '')
          .split(/%\{[^}]*\}|[[\]()]/);
        const [longest = ''] = pieces.toSorted((a, b) => b.length - a.length);
        expect(longest.length).toBeGreaterThan(10);
        expect(readBuilt(language, name).includes(longest), name).toBe(when === condition);
      }
    }
    const first = pageOf(language, guides[0] ?? '');
    const notice = first.querySelector('main blockquote');
    expect(notice?.querySelector('code')?.textContent.startsWith('npx -y pnpm@')).toBe(
      isPublished ? undefined : true,
    );
    expect(notice?.querySelector('a')?.getAttribute('href')?.startsWith('https://github.com/')).toBe(
      isPublished ? undefined : true,
    );
  });
});

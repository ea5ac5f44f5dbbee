import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { type Json, readSource } from 'openapi-l10n';
import { afterAll, describe, expect, test } from 'vitest';
import { build } from '../src/build/build.ts';
import { knownLanguages, readWords, type WordKey } from '../src/languages.ts';
import { scratch } from './scratch.ts';

const description = fileURLToPath(import.meta.resolve('growth-contract/growth.openapi.yaml'));
const tags = knownLanguages();
const words = new Map(
  await Promise.all(tags.map(async (tag) => [tag, await readWords(tag, undefined, () => {})] as const)),
);

/**
 * The document with every text in a distinct script, so that none can be mistaken for a word of the
 * interface.
 */
function pseudo(node: Json): Json {
  if (Array.isArray(node)) return node.map(pseudo);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      /^(?:summary|description|title|x-displayName)$/.test(key) && typeof value === 'string'
        ? foreign(value)
        : pseudo(value),
    ]),
  );
}

/** Words outside of code and links become Georgian letters. */
const foreign = (text: string): string =>
  text
    .split(/(`[^`]*`|\]\([^)]*\))/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[A-Za-z]/g, 'ა')))
    .join('');

test('interface texts exist in eight languages, including one from right to left', () => {
  expect(tags).toEqual(['ar', 'de', 'en', 'es', 'fr', 'ja', 'pt', 'zh-CN']);
  expect(tags.filter((tag) => words.get(tag)?.direction === 'rtl')).toEqual(['ar']);
});

test.each(tags)('%s has every text of the interface, with the same placeholders', async (tag) => {
  const warnings: string[] = [];
  const own = await readWords(tag, undefined, (message) => warnings.push(message));
  expect(warnings).toEqual([]);
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  // A language may write the numbers one and two as words.
  for (const [key, text] of Object.entries(words.get('en') ?? {}))
    if (!/\.(?:one|two)$/.test(key)) expect([key, places(own[key as WordKey])]).toEqual([key, places(text)]); // the keys of one language are those of another
});

test('a language without texts falls back to English with a warning, and a regional one to its language', async () => {
  const warnings: string[] = [];
  const dutch = await readWords('nl', undefined, (message) => warnings.push(message));
  expect(dutch.send).toBe(words.get('en')?.send);
  expect(warnings).toEqual([expect.stringContaining('Language `nl`: no interface texts')]);
  expect((await readWords('fr-CA', undefined, () => {})).send).toBe(words.get('fr')?.send);
});

test('a user’s file replaces texts, and an unknown key is refused', async () => {
  using folder = scratch();
  const own = folder.write('nl.json', '{\n  "send": "Versturen"\n}');
  const warnings: string[] = [];
  expect((await readWords('nl', own, (message) => warnings.push(message))).send).toBe('Versturen');
  expect(warnings[0]).toMatch(/^Language `nl`: English is used for \d+ texts/);
  const wrong = folder.write('wrong.json', '{\n  "sendd": "Versturen"\n}');
  await expect(readWords('nl', wrong, () => {})).rejects.toThrow('`sendd` is not a text of the interface');
});

describe('the pages of a site', async () => {
  const folder = scratch();
  afterAll(() => folder[Symbol.dispose]());
  const file = folder.write('pseudo.json', pseudo((await readSource(description)).value));

  test.each(tags)(
    'the pages of a site in %s have no text or colon of another language, and declare their language and direction',
    async (tag) => {
      const out = folder.at(`site-${tag}`);
      await build({ description: file, language: tag, out });
      const own = new Set(Object.values(words.get(tag) ?? {}).map((text) => text.trim()));
      const otherTexts = new Map<string, string>();
      for (const other of tags)
        for (const [key, text] of Object.entries(words.get(other) ?? {}))
          if (!own.has(text.trim()) && text.trim().length > 2)
            otherTexts.set(text.trim(), `${other}: ${key}`);
      const pages = readdirSync(`${out}/${tag}`, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.html'))
        .map((name) => readFileSync(`${out}/${tag}/${name}`, 'utf8'));
      const texts = pages.flatMap(visibleTexts);
      const colon = words.get(tag)?.colon ?? '';
      expect(texts.filter((text) => /[:：]$/.test(text) && !text.endsWith(colon))).toEqual([]);
      const found = texts
        .map((text) => text.trim().replace(/\s*[:：]$/, ''))
        .filter((text) => otherTexts.has(text))
        .map((text) => `${text} (${otherTexts.get(text)})`);
      expect(pages.length).toBeGreaterThan(1);
      expect([...new Set(found)]).toEqual([]);
      for (const page of pages) expect(page).toContain(` lang="${tag}" dir="${words.get(tag)?.direction}"`);
    },
  );
});

/** The texts that a reader or a screen reader encounters, without code. */
function visibleTexts(html: string): string[] {
  const { document } = parseHTML(html);
  for (const hidden of document.querySelectorAll(
    'script, style, code, pre, textarea, .language, option:not([value])',
  ))
    hidden.remove();
  const texts: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    for (const node of element.childNodes) if (node.nodeType === 3) texts.push(node.textContent ?? '');
    for (const name of ['aria-label', 'title', 'placeholder', 'data-none', 'data-copied'])
      texts.push(element.getAttribute(name) ?? '');
  }
  return texts.map((text) => text.trimEnd()).filter(Boolean);
}

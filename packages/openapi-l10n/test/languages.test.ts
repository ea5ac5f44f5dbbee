import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkMarkdown, type RuleName } from '../src/index.ts';

interface Case {
  source: string;
  good: string[];
  bad?: Partial<Record<RuleName, string[]>>;
  glossary?: Record<string, string>;
}

const folder = join(import.meta.dirname, 'languages');

function rulesOf({ source, glossary }: Case, translation: string, language: string): string[] {
  const terms = Object.entries(glossary ?? {}).map(([term, target]) => ({
    source: term,
    target: [target],
    forbidden: [],
  }));
  return checkMarkdown(source, translation, { language, glossary: { terms } }).map(({ rule }) => rule);
}

describe.each(readdirSync(folder).map((file) => file.replace('.yaml', '')))('in %s', (language) => {
  const cases = parse(readFileSync(join(folder, `${language}.yaml`), 'utf8')) as Case[]; // our own file

  test.each(cases.flatMap((one) => one.good.map((text) => [text, one] as const)))(
    'a correct translation is accepted: "%s"',
    (text, one) => {
      expect(rulesOf(one, text, language)).toEqual([]);
    },
  );

  test.each(
    cases.flatMap((one) =>
      Object.entries(one.bad ?? {}).flatMap(([rule, texts]) =>
        texts.map((text) => [rule, text, one] as const),
      ),
    ),
  )('the rule "%s" reports the wrong translation "%s"', (rule, text, one) => {
    expect(rulesOf(one, text, language)).toContain(rule);
  });
});

describe('with another source language than English', () => {
  const options = { language: 'en', sourceLanguage: 'fr' };

  test('numbers are read in the notation of a source language other than English', () => {
    expect(
      checkMarkdown('Au plus 1 000,5 requêtes par heure.', 'At most 1,000.5 requests an hour.', options),
    ).toEqual([]);
    const changed = checkMarkdown(
      'Au plus 1 000,5 requêtes par heure.',
      'At most 1,500.5 requests an hour.',
      options,
    );
    expect(changed.map(({ rule }) => rule)).toEqual(['number']);
  });

  test('text left in a source language other than English is found', () => {
    const [found] = checkMarkdown(
      'Renvoie la liste des utilisateurs.',
      'Renvoie la liste des utilisateurs.',
      options,
    );
    expect(found?.rule).toBe('untranslated');
  });
});

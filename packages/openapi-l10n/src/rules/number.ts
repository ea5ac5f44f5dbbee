import type { Language } from '../languages/language.ts';
import { type Found, factsOf } from '../markdown/facts.ts';
import { compare } from './multiset.ts';
import type { Rule } from './rule.ts';

export const number: Rule = {
  summary: 'A number, bound, date or version that differs; the notation of the language is known.',
  severity: 'error',
  *pair({ source, translation, language }) {
    yield* compare(
      numbers(factsOf(source).prose, english),
      numbers(factsOf(translation).prose, language),
      'number',
      'Write the same figures; only the signs for groups and decimals are those of the language.',
    );
  },
};

const english: Pick<Language, 'groupSeparators' | 'decimalSeparators'> = {
  groupSeparators: [',', '\u00A0', '\u202F'],
  decimalSeparators: ['.'],
};

/** The numbers of a text in one notation: no group signs, a point before decimals. */
function numbers(prose: string, language: Pick<Language, 'groupSeparators' | 'decimalSeparators'>): Found[] {
  const groups = language.groupSeparators.map(literal).join('');
  const decimals = language.decimalSeparators.map(literal).join('');
  // Dates, times and versions first, then grouped numbers, then plain ones.
  const pattern = new RegExp(
    [
      '\\d{4}-\\d{2}-\\d{2}(?:[Tt][\\d:.]+(?:[Zz]|[+-]\\d{1,2}(?::?\\d{2})?)?)?',
      '\\d+(?:[.:]\\d+){2,}',
      `\\d{1,3}(?:[${groups}]\\d{3})+(?!\\d)(?:[${decimals}]\\d+)?`,
      `\\d+(?:[${decimals}:]\\d+)?`,
      '\\d+(?:\\.\\d+)?',
    ].join('|'),
    'g',
  );
  return [...prose.matchAll(pattern)].map((match) => {
    let value = match[0];
    if (!/^\d{4}-|:|\..*\./.test(value)) {
      value = value.replaceAll(new RegExp(`[${groups}](?=\\d{3})`, 'g'), '');
      value = value.replace(new RegExp(`[${decimals}](?=\\d+$)`), '.');
    }
    return { value, offset: match.index, length: match[0].length };
  });
}

const literal = (sign: string) => sign.replaceAll(/[.*+?^${}()|[\]\\-]/g, '\\$&');

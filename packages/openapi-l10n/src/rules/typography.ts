import type { Language } from '../languages/types.ts';
import { placeIn } from '../markdown/block.ts';
import { factsOf } from '../markdown/facts.ts';
import type { MarkdownText } from '../markdown/parse.ts';
import { isHeaderName } from './name-shapes.ts';
import { withoutPlaceholders } from './placeholders.ts';
import type { Rule } from './rule.ts';
import { spacing } from './spacing.ts';

export const typography: Rule = {
  summary: "The language's own typography: spaces, quotation marks, apostrophes, capitals.",
  severity: 'warn',
  *pair({ whole: { source, translation }, language }) {
    for (const { message, offset, length } of breaches(translation, language, source))
      yield { message, help: 'Run "openapi-l10n fix", which fixes it.', offset, length };
  },
};

/** A place in a text that violates the typography of its language, and the fix. */
export interface Breach {
  message: string;
  offset: number;
  length: number;
  replacement: string;
}

/** A text without the colons of headers: `Authorization: Bearer …` is what is sent. */
const withoutHeaders = (text: string) =>
  text.replaceAll(/(\p{Lu}[\p{L}-]+):(?= \p{L})/gu, (whole, name: string) =>
    isHeaderName(name) ? `${name}·` : whole,
  );

/** All typography problems of a text. Its source shows which words are names. */
export function breaches(text: MarkdownText, language: Language, source?: MarkdownText): Breach[] {
  const original = source && factsOf(source).blocks;
  const prose = original?.map((block) => block.text).join('\n');
  return factsOf(text).blocks.flatMap((block) => {
    // The quotes of a pattern such as yyyy-MM-dd'T'HH:mm are not apostrophes.
    const plain = withoutHeaders(withoutPlaceholders(block.text));
    const problems = [
      ...(language.typography?.({ ...block, text: plain }, original) ?? []),
      ...(prose === undefined ? [] : spacing(plain, language, prose)),
    ];
    return problems.map(({ message, offset, length, replacement }) => ({
      message,
      replacement,
      ...placeIn(block, offset, length),
    }));
  });
}

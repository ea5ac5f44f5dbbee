import { type Facts, type Found, factsOf } from '../markdown/facts.ts';
import { excerpt } from './excerpt.ts';
import type { Rule } from './rule.ts';

const SOURCE_WORDS = new Set(
  'the of and to is are for with that this in an be by from or as at it its not if which when each has have can must see your you was were on all one only without use used'.split(
    ' ',
  ),
);

export const untranslated: Rule = {
  summary: 'A sentence left in the source language.',
  severity: 'error',
  *pair({ source, translation, language }) {
    const originals = new Set(sentences(factsOf(source)).map(({ value }) => value.toLowerCase()));
    for (const sentence of sentences(factsOf(translation))) {
      const words = sentence.value.toLowerCase().match(/[\p{L}]+/gu) ?? [];
      const english = words.filter((word) => SOURCE_WORDS.has(word)).length;
      const own = words.filter((word) => language.commonWords.has(word)).length;
      const same = originals.has(sentence.value.toLowerCase()) && words.length >= 4 && own < english;
      const left = words.length >= 4 && english >= 2 && english / words.length >= 0.2 && english > own;
      if (language.tag.startsWith('en') || (!same && !left)) continue;
      yield {
        message: `A sentence is left in the source language: ${excerpt(sentence.value)}`,
        help: 'Translate it.',
        offset: sentence.offset,
        length: sentence.length,
      };
    }
  },
};

/** The sentences of each paragraph, heading and table cell. */
function sentences({ prose, blocks }: Facts): Found[] {
  return blocks.flatMap((block) =>
    [
      ...prose
        .slice(block.offset, block.offset + block.length)
        .matchAll(/[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*/gu),
    ].flatMap((match) => {
      const lead = match[0].length - match[0].trimStart().length;
      const value = match[0].trim().replaceAll(/\s+/g, ' ');
      const offset = block.offset + match.index + lead;
      return value ? [{ value, offset, length: match[0].trim().length }] : [];
    }),
  );
}

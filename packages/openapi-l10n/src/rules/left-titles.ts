import type { Stretch } from './left-names.ts';

/** The number of a weakness, a standard or an article, before its title: CWE-329, RFC 6749. */
const NUMBERED = /^\s*(?:\p{Lu}{2,}[- ]?\d+|\p{Lu}{2,}\d*-\p{Lu}*\d+)\b/u;

/** Whether words that a page leaves in the source language may be the title of a work, an event or a standard. */
export function isTitled({ block, words }: Stretch): boolean {
  const content = words.filter(({ grammatical, start, end }) => !grammatical && end - start > 1);
  return NUMBERED.test(block.text) || (content.length > 0 && content.every(({ capital }) => capital));
}

import type { Language, TypographyProblem } from '../languages/types.ts';
import { OBJECT } from '../markdown/block.ts';

interface Slip {
  pattern: RegExp;
  message: string;
  replacement: string;
}

const SLIPS: readonly Slip[] = [
  {
    pattern: /(?<=\p{L}) (?=[.,](?:\s|$))/gu,
    message: 'Unexpected space before the end of the sentence or clause',
    replacement: '',
  },
  {
    pattern: new RegExp(`(?<=${OBJECT})(?=\\p{L}{2,})`, 'gu'),
    message: 'Expected a space after the code',
    replacement: ' ',
  },
];

/** Wrong spaces, in languages that separate words with spaces, unless the source has them too. */
export function spacing(text: string, language: Language, original: string): TypographyProblem[] {
  if (!language.spaced || !language.latin) return [];
  return SLIPS.flatMap(({ pattern, message, replacement }) => {
    if (text.search(pattern) < 0 || original.search(pattern) >= 0) return [];
    return [...text.matchAll(pattern)].map((match) => ({
      offset: match.index,
      length: match[0].length,
      message,
      replacement,
    }));
  });
}

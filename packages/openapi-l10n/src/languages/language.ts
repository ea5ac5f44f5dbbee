import { french } from './fr.ts';

/** A place where a text breaks the typography of its language. */
export interface TypographyProblem {
  offset: number;
  length: number;
  message: string;
  /** The characters that should stand there; `fix` writes them. */
  replacement: string;
}

/** What the checker knows of a language. A language without a module is checked by the general rules. */
export interface Language {
  /** BCP 47 primary tag. */
  tag: string;
  /** The characters that may group the digits of a number. */
  groupSeparators: readonly string[];
  /** The characters that may stand before decimals. */
  decimalSeparators: readonly string[];
  /** Frequent words that tell a sentence of this language from one of another. */
  commonWords: ReadonlySet<string>;
  /** Numbers and units as words, by the form that they have in English: `two: ['deux']`. */
  words: Readonly<Record<string, readonly string[]>>;
  /** Judges prose only: code, links' targets and HTML are blanked out by spaces of the same length. */
  typography?(prose: string): TypographyProblem[];
}

/** The language of a tag such as `fr` or `fr-CA`. */
export function languageOf(tag: string | undefined): Language {
  const primary = (tag ?? 'und').toLowerCase().split('-')[0] ?? 'und';
  return primary === 'fr' ? french : { ...plain, tag: primary };
}

/** A language of which nothing is known. */
const plain: Language = {
  tag: 'und',
  groupSeparators: [',', '.', ' ', '\u00A0', '\u202F', "'", '’'],
  decimalSeparators: ['.', ','],
  commonWords: new Set(),
  words: {},
};

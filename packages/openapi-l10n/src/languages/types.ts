import type { Block } from '../markdown/block.ts';

/** A place in a block that violates the typography of its language. */
export interface TypographyProblem {
  /** Offset in the text of the block. */
  offset: number;
  length: number;
  message: string;
  /** The expected characters; `fix` writes them. */
  replacement: string;
}

/** What the checker knows about a language, from Unicode CLDR and from its file. */
export interface Language {
  /** BCP 47 tag in lower case. */
  tag: string;
  /** Its script and its region in lower case, such as `hans` and `cn`; the most likely ones if the tag has none. */
  script: string;
  region: string;
  /** Other codes for it in addresses, such as that of its country. */
  addressCodes?: readonly string[];
  /** Whether spaces separate words; not in Chinese, Japanese and Thai. */
  spaced: boolean;
  /** Whether it is written in the Latin alphabet. */
  latin: boolean;
  /** The characters that may group the digits of a number. */
  groupSeparators: readonly string[];
  /** The characters that may precede decimals. */
  decimalSeparators: readonly string[];
  /** Function words, in lower case. */
  stopWords: ReadonlySet<string>;
  /** Frequent words of technical prose that few other languages share; only needed for source languages. */
  technicalWords?: ReadonlySet<string>;
  /** The letters of its alphabet, in lower case; a word with another letter is from another language. */
  alphabet?: RegExp;
  /** An elided word: `l’`. */
  elision?: RegExp;
  /** Small numbers as words, including ordinals: `two` is 2. */
  numberWords: ReadonlyMap<string, number>;
  /** Numbers in characters of the language, which are not read: `一千万`. */
  numerals?: RegExp;
  /** Whether all forms of small numbers are known, so that a missing one is an error. */
  allNumberWords?: boolean;
  /** The names of large numbers: `million`, `mil millones`, `万`. */
  scales: ReadonlyMap<string, number>;
  /** The months in lower case, from 1 to 12. */
  months: ReadonlyMap<string, number>;
  /** A date made of digits, such as `2024年3月5日`, with the groups `y`, `m` and `d`. */
  date?: RegExp | undefined;
  /** What follows the number of a month if months have no names: `月`. */
  monthSign?: string | undefined;
  /** The day periods, such as `p.m.` or `下午`, with the hours that they add. */
  dayPeriods: ReadonlyMap<string, 0 | 12>;
  /** Units of time, data and money as words and symbols, each with its English name. */
  units: ReadonlyMap<string, string>;
  /** Units that have another meaning unless a number precedes them: `時間` is time. */
  countedUnits?: readonly string[];
  /** What precedes the word "second" if it is a duration: `per`, `each`. */
  unitArticles?: RegExp | undefined;
  /** Adjectives that may come between a number and its unit: `10 business days`. */
  qualifiers: ReadonlySet<string>;
  /** Words between the parts of a date: `5 de marzo de 2024`. */
  dateWords?: readonly string[];
  /** The endings that a glossary term may have, as a pattern. */
  endings?: string;
  /** Words of samples that readers fill in or choose themselves: `your-domain`, `YOUR_KEY`. */
  samples?: RegExp | undefined;
  /** Words before the name of a button or a tab: `Click `. */
  interfaceWords?: RegExp;
  /** Names of keys of a keyboard, each with the one that the source language has: `strg` is `ctrl`. */
  keys?: Readonly<Record<string, string>>;
  /** Pronouns that may replace a term. */
  pronouns?: RegExp | undefined;
  /** Set phrases whose numbers differ between languages: `24/7`, `16進`. */
  idioms?: RegExp | undefined;
  /** Words for an HTTP header, next to its name: `header`, `en-tête`. */
  headerWords?: string;
  /** The time of day in minutes that a text such as `15 h 30` may mean. */
  clock?: ((text: string, before: string) => { minutes: number; length: number } | undefined) | undefined;
  /** Checks a block; `original` has the blocks of the source, which names may come from. */
  typography?: ((block: Block, original?: readonly Block[]) => TypographyProblem[]) | undefined;
}

/** What the file of a language adds to CLDR. */
export interface LanguageModule
  extends Partial<
    Omit<Language, 'units' | 'numberWords' | 'stopWords' | 'qualifiers' | 'scales' | 'months'>
  > {
  stopWords?: Iterable<string>;
  numberWords?: Readonly<Record<string, number>> | ReadonlyMap<string, number>;
  months?: Readonly<Record<string, number>>;
  /** More words and symbols of units, with their English names. */
  units?: Readonly<Record<string, string>>;
  scales?: Readonly<Record<string, number>>;
  qualifiers?: string;
}

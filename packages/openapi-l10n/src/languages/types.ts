import type { Block } from '../markdown/block.ts';

/** A place in a block that breaks the typography of its language. */
export interface TypographyProblem {
  /** Counts in the text of the block. */
  offset: number;
  length: number;
  message: string;
  /** The expected characters; `fix` writes them. */
  replacement: string;
}

/** What the checker knows of a language: what Unicode CLDR has of every one, and what its own file adds. */
export interface Language {
  /** BCP 47 tag in small letters. */
  tag: string;
  /** Its script and its region in small letters, such as `hans` and `cn`; the likeliest where the tag has none. */
  script: string;
  region: string;
  /** Further codes that stand for it in addresses, such as that of its country. */
  addressCodes?: readonly string[];
  /** Whether spaces separate the words; Chinese, Japanese and Thai have none. */
  spaced: boolean;
  /** Whether it is written in the Latin alphabet. */
  latin: boolean;
  /** The characters that may group the digits of a number. */
  groupSeparators: readonly string[];
  /** The characters that may be before decimals. */
  decimalSeparators: readonly string[];
  /** Words that hold a sentence together, in small letters. */
  stopWords: ReadonlySet<string>;
  /** Frequent words of technical prose that few other languages write; only a source language needs them. */
  technicalWords?: ReadonlySet<string>;
  /** The letters that its words have, in small ones; a word with another is of another language. */
  alphabet?: RegExp;
  /** A word that has lost its last vowel before another word: `l’`. */
  elision?: RegExp;
  /** Small numbers as words, ordinals too: `two` is 2. */
  numberWords: ReadonlyMap<string, number>;
  /** Whether the words of all small numbers are known in all their forms, so that a lost one is an error. */
  allNumberWords?: boolean;
  /** The names of large numbers: `million`, `mil millones`, `万`. */
  scales: ReadonlyMap<string, number>;
  /** The months in small letters, from 1 to 12. */
  months: ReadonlyMap<string, number>;
  /** A date whose parts all are figures, such as `2024年3月5日`, with the groups `y`, `m` and `d`. */
  date?: RegExp | undefined;
  /** The halves of the day, such as `p.m.` or `下午`, with the hours that they add. */
  dayPeriods: ReadonlyMap<string, 0 | 12>;
  /** Units of time, data and money as words and signs, each with the name that it has in every language. */
  units: ReadonlyMap<string, string>;
  /** Words of units that mean something else too where no number is before them: `時間` is time. */
  countedUnits?: readonly string[];
  /** What precedes the word "second" where it is a span of time: `per`, `each`. */
  unitArticles?: RegExp | undefined;
  /** Adjectives that may be between a number and its unit: `10 business days`. */
  qualifiers: ReadonlySet<string>;
  /** Words between the parts of a date: `5 de marzo de 2024`. */
  dateWords?: readonly string[];
  /** The endings that a word of the glossary may have, as a pattern. */
  endings?: string;
  /** Words of samples that readers fill in or choose themselves: `your-domain`, `YOUR_KEY`. */
  samples?: RegExp | undefined;
  /** Names of keys of a keyboard, each with the one that the source language has: `strg` is `ctrl`. */
  keys?: Readonly<Record<string, string>>;
  /** Pronouns that may stand for a term that has just been named. */
  pronouns?: RegExp | undefined;
  /** Set phrases whose numbers differ from language to language: `24/7`, `16進`. */
  idioms?: RegExp | undefined;
  /** Words that call the word next to them a header of HTTP: `header`, `en-tête`. */
  headerWords?: string;
  /** The time of day in minutes that a text such as `15 h 30` may mean. */
  clock?: ((text: string, before: string) => { minutes: number; length: number } | undefined) | undefined;
  /** Rules that are wrong too often in this language to be more than a warning, unless the settings say otherwise. */
  doubtfulRules?: readonly string[];
  /** Judges a block; `original` are the blocks of the source, which names may come from. */
  typography?: ((block: Block, original?: readonly Block[]) => TypographyProblem[]) | undefined;
}

/** What the file of a language adds to what CLDR knows. */
export interface LanguageModule
  extends Partial<
    Omit<Language, 'units' | 'numberWords' | 'stopWords' | 'qualifiers' | 'scales' | 'months'>
  > {
  stopWords?: Iterable<string>;
  numberWords?: Readonly<Record<string, number>> | ReadonlyMap<string, number>;
  months?: Readonly<Record<string, number>>;
  /** Further words and signs of units, with their names in English. */
  units?: Readonly<Record<string, string>>;
  scales?: Readonly<Record<string, number>>;
  qualifiers?: string;
}

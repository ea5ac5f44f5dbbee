import type { Block } from '../markdown/block.ts';
import { english } from './en.ts';
import { french } from './fr.ts';
import { monthNames, unitNames } from './locale.ts';

/** A place in a block that breaks the typography of its language. */
export interface TypographyProblem {
  /** Counts in the text of the block. */
  offset: number;
  length: number;
  message: string;
  /** The characters that should stand there; `fix` writes them. */
  replacement: string;
}

/** What the checker knows of a language. A language without a module is checked by the general rules. */
export interface Language {
  /** BCP 47 tag. */
  tag: string;
  /** The characters that may group the digits of a number. */
  groupSeparators: readonly string[];
  /** The characters that may stand before decimals. */
  decimalSeparators: readonly string[];
  /** Frequent words that tell a sentence of this language from one of another. */
  commonWords: ReadonlySet<string>;
  /** Numbers as words, ordinals too: `two` is 2. Empty when they are not known. */
  numberWords: ReadonlyMap<string, number>;
  /** The months in small letters, from 1 to 12. */
  months: ReadonlyMap<string, number>;
  /** Units of time, data and money as words and signs, each with the name that it has in every language. */
  units: ReadonlyMap<string, string>;
  /** Adjectives that may stand between a number and its unit: `10 business days`. */
  qualifiers: ReadonlySet<string>;
  /** Pronouns that may stand for a term that has just been named. */
  pronouns?: RegExp | undefined;
  /** Set phrases whose numbers differ from language to language: `24/7` is « 24 h/24 et 7 j/7 ». */
  idioms?: RegExp | undefined;
  /** The time of day in minutes that a text such as `3 p.m.` or `15 h 30` may mean. */
  clock?: ((text: string) => { minutes: number; length: number } | undefined) | undefined;
  /** Judges a block; `original` are the blocks of the source, which names may come from. */
  typography?: ((block: Block, original?: readonly Block[]) => TypographyProblem[]) | undefined;
}

/** The language of a tag such as `fr` or `fr-CA`. */
export function languageOf(tag: string | undefined): Language {
  const wanted = (tag ?? 'und').toLowerCase();
  if (/^en\b/.test(wanted)) return english;
  if (/^fr\b/.test(wanted)) return french(wanted);
  return {
    tag: wanted,
    groupSeparators: [',', '.', ' ', '\u00A0', '\u202F', "'", '’'],
    decimalSeparators: ['.', ','],
    commonWords: new Set(),
    numberWords: new Map(),
    months: monthNames(wanted),
    units: unitNames(wanted),
    qualifiers: new Set(),
  };
}

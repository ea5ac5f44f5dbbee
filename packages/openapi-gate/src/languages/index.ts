import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Words } from './words.ts';

const LANGUAGES: Readonly<Record<string, Words>> = { en, fr, de, es };

/** The tags of the languages that a changelog can be written in. */
export const languages: readonly string[] = Object.keys(LANGUAGES);

/** The texts of a language; those of `de` for `de-AT`. Undefined for an unknown language. */
export const wordsOf = (tag: string): Words | undefined =>
  LANGUAGES[tag] ?? LANGUAGES[tag.split('-')[0] ?? ''];

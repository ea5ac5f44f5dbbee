import { likelier } from '../languages/identify.ts';
import type { Language } from '../languages/types.ts';
import type { Block } from '../markdown/block.ts';
import type { Word } from './words.ts';

/** Words that are left in the source language. */
export interface Left {
  words: readonly Word[];
  /** Whether it may be a name. */
  doubtful: boolean;
}

/** A text, normalized for comparison: in lower case, with single spaces. */
export const bare = (text: string) => {
  const trimmed = text.trim();
  return (/\s\s|[^\S ]/.test(trimmed) ? trimmed.replaceAll(/\s+/g, ' ') : trimmed).toLowerCase();
};

/** How much more likely the source language must be, for several words and for a single one. */
const LIKELIER = { several: 0.12, single: 0.25 };

/** Decides which words of a sentence are left in the source language. */
export class LeftWordsFinder {
  readonly #language: Language;
  readonly #sourceLanguage: Language;
  readonly #prose: string;

  constructor(language: Language, sourceLanguage: Language, prose: string) {
    this.#language = language;
    this.#sourceLanguage = sourceLanguage;
    this.#prose = prose;
  }

  /** The untranslated words of a sentence; undefined when it is translated. */
  find(words: readonly Word[], text: string, same: boolean, kind: Block['kind']): Left | undefined {
    // O(n)
    if (words.every(({ start, end }) => end - start === 1)) return undefined;
    const sure = (list: readonly Word[]) => ({ words: list, doubtful: false });
    const { latin, stopWords } = this.#language;
    if (latin && stopWords.size === 0) return this.#byStopWords(words, text, same, kind);
    if (!words.some(({ of }) => of === 'own')) {
      if (this.#isWhole(words, same, kind))
        return { words, doubtful: words.length === 1 && !this.#isForeign(words, text) };
      if (same) {
        const likely = this.#likely(words, text, kind);
        if (likely) return likely;
      }
    }
    // An untranslated sentence may have words that exist in both languages: "one" is also Polish.
    const whole = same && words.length >= 3 ? this.#likely(words, text, kind) : undefined;
    if (whole) return whole;
    const run = runs(words).find((list) => isLeft(list, (part) => this.#isVerbatim(part, text)));
    return run && sure(run);
  }

  /** For a language without known words, two function words of the source language are enough. */
  #byStopWords(words: readonly Word[], text: string, same: boolean, kind: Block['kind']): Left | undefined {
    const grammatical = words.filter((word) => word.grammatical && word.end - word.start > 2);
    const enough =
      words.length >= 4 && grammatical.length >= 2 && (same || grammatical.length * 4 >= words.length);
    if (enough) return { words, doubtful: false };
    return same ? this.#likely(words, text, kind) : undefined;
  }

  #isWhole(words: readonly Word[], same: boolean, kind: Block['kind']): boolean {
    const foreign = words.filter(({ of }) => of === 'source');
    const heading = kind === 'heading';
    const small = foreign.some((word) => !word.capital && word !== words[0]);
    const capitals = words.length > 1 && !heading && words.every(({ capital }) => capital);
    const title = capitals && (foreign.length < 2 || foreign.length * 2 < words.length);
    const phrase = foreign[0] === words[0] && words.some(({ capital }) => !capital);
    const all = words.every(({ of }) => of === 'source' || (heading && of === 'acronym')) && !title;
    const many =
      (heading || capitals) && words.length >= 2 && foreign.length >= 2 && foreign.length * 2 >= words.length;
    if (same && foreign.length > 0 && (all || small || phrase || many)) return true;
    return (
      foreign.length >= 2 &&
      words.length >= 3 &&
      small &&
      (foreign.length * 2 > words.length || foreign.some(({ grammatical }) => grammatical))
    );
  }

  /** Whether a word belongs to the source language only: "optional" is also German. */
  #isForeign(words: readonly Word[], text: string): boolean {
    const [word] = words;
    const margin = likelier(text.slice(word?.start, word?.end), this.#sourceLanguage.tag, this.#language.tag);
    return !this.#language.latin || margin === undefined || margin >= LIKELIER.single;
  }

  /** A text that is identical to the source, and whose letters look like the source language. */
  #likely(words: readonly Word[], text: string, kind: Block['kind']): Left | undefined {
    const prose = words.filter(({ of }) => of !== 'acronym');
    const [only] = prose;
    if (!only || kind === 'cell') return undefined;
    const several = prose.length >= 2 && prose.some((word) => !word.capital && word !== words[0]);
    // "Delete Document" may be a label, "Search Console" a product.
    if (!several && prose.length > 1)
      return prose[0]?.of === 'source' ? { words, doubtful: true } : undefined;
    if (!several && only.end - only.start < (this.#language.latin ? 5 : 4)) return undefined;
    const from = words[0]?.start ?? 0;
    const part = text.slice(from, words.at(-1)?.end);
    // In a language with another script, Latin words are not its prose.
    const margin =
      several && !this.#language.latin ? 1 : likelier(part, this.#sourceLanguage.tag, this.#language.tag);
    if (margin === undefined || margin < (several ? LIKELIER.several : LIKELIER.single)) return undefined;
    return { words, doubtful: !several };
  }

  #isVerbatim(run: readonly Word[], text: string): boolean {
    return this.#prose.includes(bare(text.slice(run[0]?.start, run.at(-1)?.end)));
  }
}

/** The longest sequences without a word of the translation's language. */
function runs(words: readonly Word[]): Word[][] {
  const all: Word[][] = [[]];
  for (const word of words) {
    if (word.of === 'own') all.push([]);
    else all.at(-1)?.push(word);
  }
  return all;
}

/** Whether a sequence is in the source language and not a title, whose words are capitalised. */
function isLeft(run: readonly Word[], verbatim: (run: readonly Word[]) => boolean): boolean {
  const from = run.findIndex(({ of }) => of === 'source');
  const part = run.slice(from, run.findLastIndex(({ of }) => of === 'source') + 1);
  const foreign = part.filter(({ of }) => of === 'source');
  if (from < 0 || !foreign.some((word) => word.grammatical)) return false;
  if (!run.slice(from).some(({ grammatical, capital }) => !grammatical && !capital)) return false;
  if (foreign.length >= 3) return foreign.length * 2 >= part.length;
  return (
    foreign.length === 2 && (foreign.some(({ article }) => article) || (run.length >= 4 && verbatim(run)))
  );
}

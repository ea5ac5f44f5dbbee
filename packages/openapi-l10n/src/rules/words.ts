import type { Language } from '../languages/types.ts';

/** A word of a sentence, and the language that it seems to belong to. */
export interface Word {
  start: number;
  end: number;
  /** In the language of the translation, in the source language, or unknown. */
  of: 'own' | 'source' | 'neither' | 'acronym';
  /** A function word of the source language, such as `the`. */
  grammatical: boolean;
  /** The article that only the source language has. */
  article: boolean;
  capital: boolean;
}

/** A word of one script. With a digit, an underscore or URL punctuation next to it, it is a name. */
const WORD =
  /(?<![\p{Script=Latin}\d_/.@#$\uFFFC-])\p{Script=Latin}+(?:[-'’]\p{Script=Latin}+)*['’]?(?![\p{Script=Latin}\d_/@]|[-.][\p{L}$]|=|\(\))|[^\P{L}\p{Script=Latin}]+/gu;

/** An acronym, a name with an inner capital such as macOS, or an international abbreviation. */
const NAME = /^\p{Lu}{2,}s?$|\p{Ll}\p{Lu}|^(?:etc|vs)$/u;

/** The words of a sentence. */
export function wordsOf(sentence: string, language: Language, source: Language): Word[] {
  const known = kindsOf(language, source);
  const words: Word[] = [];
  for (const { 0: word, index } of sentence.matchAll(WORD)) {
    const kind = known.get(word) ?? kindOf(word, language, source);
    known.set(word, kind);
    const { of, grammatical, article, capital } = kind; // a spread takes several times as long
    words.push({ start: index, end: index + word.length, of, grammatical, article, capital });
  }
  return words;
}

type Kind = Omit<Word, 'start' | 'end'>;

const kinds = new WeakMap<Language, WeakMap<Language, Map<string, Kind>>>();

/** The words of a pair of languages that were read before, since texts repeat their words. */
function kindsOf(language: Language, source: Language): Map<string, Kind> {
  const own = kinds.get(language) ?? new WeakMap<Language, Map<string, Kind>>();
  kinds.set(language, own);
  const known = own.get(source) ?? new Map<string, Kind>();
  own.set(source, known);
  return known;
}

function kindOf(word: string, language: Language, source: Language): Kind {
  const small = word.toLowerCase();
  const plain = small.replace(/['’]s?$/, '');
  const ownStop = language.stopWords.has(plain);
  const sourceStop = source.stopWords.has(plain);
  const own =
    (ownStop && !(sourceStop && source.technicalWords?.has(plain))) ||
    (language.stopWords.size > 0 && language.elision?.test(small)) ||
    isOfOtherLetters(small, language, source);
  const grammatical = !own && !ownStop && sourceStop && (source.technicalWords?.has(plain) ?? true);
  return {
    of: own
      ? 'own'
      : NAME.test(word)
        ? 'acronym'
        : !ownStop && (grammatical || source.technicalWords?.has(plain))
          ? 'source'
          : 'neither',
    grammatical,
    article: plain === 'the',
    capital: /^\p{Lu}/u.test(word),
  };
}

/** Whether a word has letters that belong to the language of the translation, but not to the source language. */
function isOfOtherLetters(small: string, language: Language, source: Language): boolean {
  const latin = /^\p{Script=Latin}/u.test(small);
  if (!latin) return source.latin || !language.latin;
  return (
    language.latin &&
    language.stopWords.size > 0 &&
    source.alphabet !== undefined &&
    !source.alphabet.test(small)
  );
}

import type { Language } from '../languages/types.ts';

/** A word of a sentence, and the language that it seems to be of. */
export interface Word {
  start: number;
  end: number;
  /** Of the language of the translation, of the source language, or of neither for all that is known. */
  of: 'own' | 'source' | 'neither' | 'acronym';
  /** A word of the source language that holds a sentence together, such as `the`. */
  grammatical: boolean;
  /** The article of the source language that no other has. */
  article: boolean;
  capital: boolean;
}

/** A word of one script; what has a figure, an underscore or a sign of an address next to it is a name. */
const WORD =
  /(?<![\p{Script=Latin}\d_/.@#\uFFFC-])\p{Script=Latin}+(?:[-'’]\p{Script=Latin}+)*['’]?(?![\p{Script=Latin}\d_/@]|[-.]\p{L})|[^\P{L}\p{Script=Latin}]+/gu;

/** An acronym, a name with a capital inside such as macOS, or an abbreviation that every language uses. */
const NAME = /^\p{Lu}{2,}s?$|\p{Ll}\p{Lu}|^(?:etc|vs)$/u;

/** The words of a sentence. */
export function wordsOf(sentence: string, language: Language, source: Language): Word[] {
  return [...sentence.matchAll(WORD)].map((match) => {
    const [word] = match;
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
      start: match.index,
      end: match.index + word.length,
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
  });
}

/** Whether a word has letters that the source language has not, and the translation's has. */
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

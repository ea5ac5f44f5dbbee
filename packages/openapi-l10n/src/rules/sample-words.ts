/** A word without capitals inside, signs or digits, and not a part of a path or a call. */
const WORD = String.raw`(?<![\p{L}\p{M}\d_$./-])\p{L}[\p{Ll}\p{Lo}\p{M}’']*(?![\p{L}\d_/(=-]|\.\p{L})`;
const WORDS = new RegExp(`${WORD}(?:[\\s,.]+${WORD})*\\.?`, 'gu');

/** A phrase with a mark for all words between pieces of code, and for what readers fill in: `<path>`. */
export const withoutWords = (phrase: string): string =>
  phrase
    .replaceAll(/<[^<>]+>/g, '<>')
    .replaceAll(WORDS, '§')
    .replaceAll(/\s/g, '')
    .replaceAll(/§+/g, '§');

/** What looks like code in a line of words, in any order. */
export const codeIn = (line: string): string =>
  (line.match(/[\x21-\x7E]+/g) ?? [])
    .map((chunk) => chunk.replaceAll(/^[("']+|[)"',.:;!?]+$/g, ''))
    .filter((chunk) => /[\d_=/\\{}$<>@#|&*+~^]|^--?\w|\w{2}\.\w{2}|[a-z][A-Z]|\(\)/.test(chunk))
    .toSorted()
    .join(' ');

import { isHeaderLine } from './code-skeleton.ts';
import { isLanguage } from './link-language.ts';
import { isHeaderName } from './name-shapes.ts';

/** A string of words without the punctuation of paths and names. */
const LITERAL = /^(["'`])[\p{L}\p{M}\d\s,.:!?…'’-]*\p{L}[\p{L}\p{M}\d\s,.:!?…'’-]*\1$/u;

/** A string, a text between tags, a sample in angle brackets, a word, or a punctuation mark. */
const TOKEN =
  /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|(?<text>(?<=(?<!=)>|\})(?=[^<>{}]*\p{L})[^<>{}]+(?=[<{])|^[^\S\n]*\p{L}[^<>{}=;()\n]*(?=<))|<\p{L}[^<>\n=/]*>|\[\p{Lu}[^[\]\n"']*\]|(?<=^\s*(?:- )?[\w-]+: )(?!["'{[&*|>])(?=[^\n]*(?:\s|\P{ASCII}))[^\n]+$|[\p{L}\p{N}_$-]+|[^\s\p{L}\p{N}]/gmu;

/** Whether two pieces of code differ only in text that people read or fill in. */
export function sameButSamples(
  source: string,
  translation: string,
  { samples, isData }: { samples: RegExp | undefined; isData: boolean },
): boolean {
  const [tokens, others] = [tokensOf(source), tokensOf(translation)];
  if (tokens.length !== others.length) return false;
  const changed = tokens.flatMap((token, index) =>
    token === others[index] || namesLanguages(token, others[index] ?? '')
      ? []
      : [{ token, next: tokens[index + 1] }],
  );
  // Next to a sentence, a single capitalised word is a label too: "Guides".
  return changed.every(
    ({ token, next }) =>
      isForPeople(token) ||
      samples?.test(token) ||
      isLabel(token) ||
      // In a program a string of words is a sample; in data it may be a value, and before a colon it is a key.
      (!isData && next !== ':' && LITERAL.test(token)),
  );
}

/**
 * Whether two programs differ in names that one of them has under another name in every place, besides what people read.
 * A name that occurs once may be that of a library, or differ by a slip.
 */
export function isRenamed(source: string, translation: string, samples: RegExp | undefined): boolean {
  const [tokens, others] = [tokensOf(source), tokensOf(translation)];
  if (tokens.length !== others.length) return false;
  const uses = new Map<string, number>();
  for (const token of tokens) uses.set(token, (uses.get(token) ?? 0) + 1);
  const [names, origins] = [new Map<string, string>(), new Map<string, string>()];
  return tokens.every((token, index) => {
    const other = others[index] ?? '';
    if (IDENTIFIER.test(token) && IDENTIFIER.test(other)) {
      const isConsistent = (names.get(token) ?? other) === other && (origins.get(other) ?? token) === token;
      names.set(token, other);
      origins.set(other, token);
      return isConsistent && (token === other || uses.get(token) !== 1);
    }
    return (
      token === other ||
      namesLanguages(token, other) ||
      isForPeople(token) ||
      isLabel(token) ||
      samples?.test(token) === true ||
      LITERAL.test(token)
    );
  });
}

const IDENTIFIER = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u;

/** The tokens of a piece of code, without the commas and semicolons that formatters add. */
const tokensOf = (code: string) =>
  [...code.matchAll(TOKEN)]
    .map(({ 0: token, groups }) => `${groups?.['text'] ? TEXT : ''}${token.trim()}`)
    .filter((token) => token !== ';' && token !== ',');

/** Whether both tokens are codes of languages, as in `en: …` and `'zh-CN': …`: samples are in the reader's language. */
const namesLanguages = (token: string, other: string): boolean =>
  [token, other].every((code) => TAG.test(code) && isLanguage(code.replaceAll(/["'`]/g, '')));

const TAG = /^(["'`]?)[a-z]{2}(?:-[A-Za-z]{2,4})?\1$/;

/** Marks a text between tags. */
const TEXT = '>';

/** Words of a sentence, a text between tags, or a sample in brackets or in capitals. */
const isForPeople = (token: string) =>
  (token.startsWith(TEXT) && token.length > 1) ||
  (/\p{L}.*\s.*\p{L}/su.test(token) && !isHeaderLine(token)) ||
  /^[<[]\p{L}[\p{L}\p{N}_. -]*[>\]]$/u.test(token) ||
  /^["'`<]\p{Lu}[\p{Lu}\d]*_[\p{Lu}\d_]+["'`>]$/u.test(token) ||
  /^\p{Lu}?[\p{L}\s]*[!?.…:,]$/u.test(token);

/** A capitalised word, except the names that HTTP capitalises. */
function isLabel(token: string): boolean {
  const [, word = ''] = /^["'`](\p{Lu}\p{Ll}[\p{L}-]*)[!?.…]?["'`]$/u.exec(token) ?? [];
  return (
    word !== '' &&
    !isHeaderName(word) &&
    !/^(?:Bearer|Basic|Digest)$/.test(word) &&
    !/^\p{L}+\p{Lu}/u.test(word)
  );
}

import { distance } from '../nearest.ts';
import { countOf } from './marks.ts';
import { loosely } from './mentions.ts';

/**
 * Kinds of findings about names and code that are errors in a page too: there, all others may be samples that translators
 * adapt.
 */
export const proofs = {
  'misspelt name': {
    rule: 'protected-term',
    what: 'a name in which one or two letters differ, and that the page does not have elsewhere',
  },
  'lost name': {
    rule: 'protected-term',
    what: 'a name with a sign, a figure or a capital inside that is nowhere in the translation',
  },
  'repeated word': { rule: 'protected-term', what: 'a name or word that is repeated' },
  'renamed field': { rule: 'protected-term', what: 'a field of the front matter whose name is translated' },
  'misspelt code': {
    rule: 'code',
    what: 'a word of code in which one or two letters differ, and that the page does not have elsewhere',
  },
  'translated keyword': { rule: 'code', what: 'a translated keyword of a programming language' },
  'quotation marks': { rule: 'code', what: 'typographic quotation marks or dashes in code' },
  'lost line': { rule: 'code', what: 'a lost line of code, while all others are the same' },
  'lost placeholder': { rule: 'code', what: 'a placeholder in braces that is nowhere in the translation' },
} as const satisfies Record<string, { rule: string; what: string }>;

/** The name of a kind of findings that are errors in a page. */
export type Proof = keyof typeof proofs;

const RULES: ReadonlySet<string> = new Set(Object.values(proofs).map(({ rule }) => rule));

/** Whether a rule needs a proof for an error in a page. */
export const needsProof = (rule: string): boolean => RULES.has(rule);

/** Letters, figures and signs of one word. */
const WORD = /^[\x21-\x7E]{4,}$/;
/** A word without figures, signs and capitals inside. */
const PLAIN = /^\p{L}\p{Ll}*$/u;

/**
 * Whether a word is a slip, not a translation or another name: one or two characters differ, and the page does not have it
 * elsewhere.
 */
export function isMisspelt(was: string, is: string, page: string): boolean {
  if (!WORD.test(was) || is.length < 3 || Math.abs(was.length - is.length) > MOST) return false;
  if (loosely(was) === loosely(is)) return /\s/.test(is) && !/\s/.test(was);
  const isPlain = PLAIN.test(was);
  if (/[^\x20-\x7E]/.test(is) || countOf(page, is) > (isPlain ? 1 : 2)) return false;
  const differ = distance(was, is);
  const most = was.length < 5 ? 1 : was.length < 20 ? 2 : MOST;
  if (was.toLowerCase() === is.toLowerCase() || differ > most) return false;
  // The page also has the correct name.
  if (countOf(page, was) > 0) return true;
  const [words, others] = [wordsOf(was), wordsOf(is)];
  const changed = words.findIndex((word, index) => word !== others[index]);
  const [word = '', other = ''] = [words[changed], others[changed]];
  // Words of related languages differ in their endings: generated, generato.
  return word.length < NATURAL || (differ === 1 && word.at(-1) === other.at(-1));
}

/** The most characters that differ in a slip. */
const MOST = 3;
/** Shorter words in names are abbreviations. */
const NATURAL = 4;

const wordsOf = (name: string) => name.match(/\p{Lu}?\p{Ll}+|\p{Lu}+|\d+/gu) ?? [];

/** Whether a value is the name of something in code, whatever words it has. */
const isIdentifier = (value: string) =>
  WORD.test(value) && /[_(){}$@\\=<>:]|\p{L}[./-]\p{L}|\p{Ll}\p{Lu}|^--/u.test(value);

/** Whether a name is nowhere in a page, in whatever notation. */
export const isLost = (name: string, page: string): boolean =>
  isIdentifier(name) && !loosely(page).includes(loosely(name));

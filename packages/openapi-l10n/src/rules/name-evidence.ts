import { distance } from '../nearest.ts';
import { countOf } from './marks.ts';
import { loosely } from './mentions.ts';
import type { Pair, TextProblem } from './rule.ts';

/** What to do about a name that differs. */
export const HELP = 'Write names, values and paths exactly as in the source, including backticks.';

/** A finding, with the proof that a name is a slip. */
export const withProof = (problem: TextProblem, was = '', is = '', { whole }: Pair): TextProblem =>
  was !== '' && is !== '' && isMisspelt(was, is, whole.translation.text)
    ? { ...problem, proof: 'misspelt name' }
    : problem;

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
  if (countOf(page, was) > 0) return !isPlain || was.at(-1) === is.at(-1);
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

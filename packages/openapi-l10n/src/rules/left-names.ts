import type { Block } from '../markdown/block.ts';
import type { Facts } from '../markdown/types.ts';
import type { Word } from './words.ts';

/** Words that are the same in both texts, and where they are. */
interface Stretch {
  block: Block;
  /** The sentence that they are in, and the words. */
  text: string;
  words: readonly Word[];
  /** Where they are in the page. */
  offset: number;
  length: number;
}

/** A command line: `npm install --save-dev x`. */
const COMMAND =
  /^\s*(?:[$>]\s)?(?:npm|npx|pnpm|yarn|bunx?|deno|node|git|docker|kubectl|curl|pip3?|python3?|go|cargo|brew|apt(?:-get)?|sudo|cd|mkdir)\s+[\w@./-]+|\s--[a-z][\w-]+|@latest\b/;

/** Up to this many words in bold, or in the description of a picture, may be a label of an interface. */
const LABEL = 4;

/**
 * Whether words that a translation keeps may be correct: a title, a name, a label, a word that it uses
 * everywhere.
 */
export function mayStay(stretch: Stretch, { names }: Facts, borrowed: ReadonlySet<string>): boolean {
  const { block, text, words, offset, length } = stretch;
  const range = names.find((name) => offset >= name.offset && offset + length <= name.offset + name.length);
  if (range && (range.isTitle || words.length <= LABEL)) return true;
  const [from, to] = [words[0]?.start ?? 0, words.at(-1)?.end ?? text.length];
  const isGloss =
    /[(（]\s*$/.test(text.slice(0, from)) &&
    /^\s*[)）]/.test(text.slice(to)) &&
    /\p{L}/u.test(text.slice(0, from));
  const isList =
    /,|&|\bvs\b/.test(text.slice(from, to)) &&
    words.every(({ capital, grammatical, start, end }) => capital || grammatical || end - start === 1);
  const isIdentifier = /^\s*[a-z]+(?:_[a-z]+)+\b/.test(block.text) || /^\s*\p{Ll}+\s*$/u.test(block.text);
  const isCommand =
    COMMAND.test(block.text) || (block.kind === 'heading' && /^\s*\p{Ll}[\p{Ll}\d\s._-]*$/u.test(block.text));
  // B3 Single, NDK (Side by side): parts of a product are names too.
  const isPart =
    words.length <= LABEL &&
    words.every(({ grammatical }) => !grammatical) &&
    /(?<![\p{L}\d])\p{Lu}[\p{Lu}\d]+(?![\p{L}\d])/u.test(block.text) &&
    block.text.trim().split(/\s+/).length <= LABEL + 1;
  const isCommit = block.kind === 'label' && /^[a-z]+(?:\([\w-]+\))?!?: /.test(block.text);
  const isBorrowed =
    words.length <= LABEL &&
    words.every(
      ({ start, end, grammatical, of }) =>
        !grammatical && (of === 'acronym' || borrowed.has(text.slice(start, end).toLowerCase())),
    );
  return isGloss || isList || isCommit || isCommand || isPart || isIdentifier || isBorrowed;
}

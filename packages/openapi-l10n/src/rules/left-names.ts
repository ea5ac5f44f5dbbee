import type { Block } from '../markdown/block.ts';
import type { Facts } from '../markdown/types.ts';
import type { Word } from './words.ts';

/** Words that are the same in both texts, and where they are. */
export interface Stretch {
  block: Block;
  /** The sentence that they are in, where it begins in the block, and the words. */
  text: string;
  start: number;
  words: readonly Word[];
  /** Where they are in the page. */
  offset: number;
  length: number;
}

/** A command line: `npm install --save-dev x`. */
const COMMAND =
  /^\s*(?:[$>]\s)?(?:npm|npx|pnpm|yarn|bunx?|deno|node|git|docker|kubectl|curl|pip3?|python3?|go|cargo|brew|apt(?:-get)?|sudo|cd|mkdir)\s+[\w@./-]+|\s--[a-z][\w-]+|@latest\b/;

/** Whether a text begins with a command or has its options. */
const isCommand = (text: string) => COMMAND.test(text);

/** Operators and calls, in code without backticks. */
const CODE = /[=!]==?\s|[\w)]->\w|=>|::\w|\w\(\);|&&|\|\||[;{]\s*$|^\s*(?:\/\/|\/\*)|^\s*>\s\w[\w-]+\s/u;

const isCode = (text: string) => CODE.test(text);

/** The subject of a change in a list of changes. */
const CHANGE = /(?<![\p{L}\d&])#\d{2,}(?!\d)|^\s*(?:feat|fix|chore|refactor|perf)(?:\([\w-]+\))?!?: /iu;

/** Keywords of programming languages, which a sentence lists. */
const KEYWORDS =
  /^(?:(?:for|while|do|of|in|if|else|switch|case|try|catch|each|true|false|null|and|or|not|is|as|with|from|import|return|yield|break|continue)(?:[\s,/|]+|$))+$/;

const isKeywords = (words: string) => KEYWORDS.test(words);

/** A term with its acronym: Platform as a Service (PaaS). */
const ABBREVIATED = /\(\p{Lu}\p{L}*\p{Lu}s?\)?\s*$/u;

/** The message of a commit: `fix(api): read dates`. */
const COMMIT =
  /(?<!\p{L})(?:BREAKING CHANGE|build|chore|ci|docs|feat|fix|perf|refactor|revert|style|test)(?:\([\w-]+\))?!?: /u;

/** Up to this many words in bold, or in the description of a picture, may be a label of an interface. */
const LABEL = 6;

/**
 * Whether words that a translation keeps may be correct: a title, a name, a label, a word that it uses
 * everywhere.
 */
export function mayStay(stretch: Stretch, { names }: Facts, borrowed: ReadonlySet<string>): boolean {
  const { block, text, start, words, offset, length } = stretch;
  const range = names.find((name) => offset >= name.offset && offset + length <= name.offset + name.length);
  if (range && (range.isTitle || words.length <= LABEL)) return true;
  // "Learn more: How to …": most of it is the title of another page.
  const titled = words.filter((word) => {
    const at = block.offsets[start + word.start] ?? -1;
    return names.some((name) => name.isTitle && at >= name.offset && at < name.offset + name.length);
  });
  if (titled.length * 3 >= words.length * 2) return true;
  const [from, to] = [words[0]?.start ?? 0, words.at(-1)?.end ?? text.length];
  const isGloss = isInParentheses(block, start, words);
  // The title of a work in a sentence: University of Chicago Legal Forum.
  const isTitle =
    words.length > 1 &&
    words.every(({ capital, grammatical }) => capital || grammatical) &&
    words.filter(({ capital }) => capital).length > 1 &&
    (block.text.length > to - from + 5 || ABBREVIATED.test(text));
  const isList =
    /,|&|\bvs\b/.test(text.slice(from, to)) &&
    words.every(({ capital, grammatical, start, end }) => capital || grammatical || end - start === 1);
  const isIdentifier = /^\s*[a-z]+(?:_[a-z]+)+\b/.test(block.text) || /^\s*\p{Ll}+\s*$/u.test(block.text);
  const isCommandLine =
    isCommand(block.text) ||
    (/^(?:heading|label)$/.test(block.kind) && /^\s*\p{Ll}[\p{Ll}\d\s._-]*$/u.test(block.text));
  // B3 Single, NDK (Side by side): parts of a product are names too.
  const isPart =
    words.length <= LABEL &&
    words.every(({ grammatical }) => !grammatical) &&
    /(?<![\p{L}\d])\p{Lu}[\p{Lu}\d]+(?![\p{L}\d])/u.test(block.text) &&
    block.text.trim().split(/\s+/).length <= LABEL + 1;
  const isCommit =
    (block.kind === 'label' && /^[a-z]+(?:\([\w-]+\))?!?: /.test(block.text)) ||
    COMMIT.test(text.slice(from, to)) ||
    CHANGE.test(block.text);
  const isBorrowed =
    words.length <= LABEL &&
    words.every(
      ({ start, end, grammatical, of }) =>
        !grammatical && (of === 'acronym' || borrowed.has(text.slice(start, end).toLowerCase())),
    );
  return (
    isGloss ||
    isTitle ||
    isList ||
    isCommit ||
    isCommandLine ||
    isPart ||
    isIdentifier ||
    isBorrowed ||
    isCode(block.text) ||
    isKeywords(text.slice(from, to))
  );
}

/** Whether all words of the source language explain others in parentheses: "FIFO (first in, first out)". */
function isInParentheses({ text }: Block, start: number, words: readonly Word[]): boolean {
  const foreign = words.filter(({ of }) => of === 'source');
  const [first, last] = [foreign[0], foreign.at(-1)];
  if (!first || !last) return false;
  const [from, to] = [start + first.start, start + last.end];
  const open = Math.max(text.lastIndexOf('(', from), text.lastIndexOf('（', from));
  const close = /[)）]/.exec(text.slice(Math.max(open, 0)))?.index ?? -1;
  return open > 0 && (close < 0 || open + close >= to) && /\p{L}/u.test(text.slice(0, open));
}

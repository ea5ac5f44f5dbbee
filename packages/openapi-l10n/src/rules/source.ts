import { type Block, placeIn } from '../markdown/block.ts';
import { factsOf } from '../markdown/facts.ts';
import type { Found } from '../markdown/types.ts';
import { nearest } from '../nearest.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { nameContexts, valueContexts } from './name-contexts.ts';
import { isHeaderName } from './name-shapes.ts';
import type { Rule, TextProblem } from './rule.ts';
import { tokensIn } from './tokens.ts';

const MARK = 'Write it in backticks, so that translations are checked for it.';
const NO_NAMES: ReadonlySet<string> = new Set();

export const source: Rule = {
  summary: 'In the source: a name without backticks, or a name in backticks that the contract does not know.',
  severity: 'warn',
  *original({ source: text, vocabulary }) {
    const { blocks, codeSpans } = factsOf(text);
    yield* shaped(blocks, vocabulary);
    for (const block of blocks) yield* inContext(block, vocabulary);
    yield* unknown(codeSpans, vocabulary);
  },
};

/** Names recognised by their shape: `ending_at`. */
function* shaped(blocks: readonly Block[], { names, values, others }: Vocabulary): Generator<TextProblem> {
  for (const { value, offset, length } of tokensIn(blocks, NO_NAMES).exact) {
    if (!names.has(value) && !values.has(value) && !(others.has(value) && /^\/|_/.test(value))) continue;
    yield { message: `The name ${value} is not in backticks`, help: MARK, offset, length };
  }
}

/** Names that are also English words, recognised by the sentence: “the length parameter”. */
function* inContext(block: Block, { names, values }: Vocabulary): Generator<TextProblem> {
  for (const { words, start, length } of valueContexts(block.text, names)) {
    if (!words.every((word) => values.has(word))) continue;
    const quoted = block.text.slice(start, start + length);
    const message =
      words.length > 1
        ? `The values in “${quoted}” are not in backticks`
        : `The value ${quoted} is not in backticks`;
    yield { message, help: MARK, ...placeIn(block, start, length) };
  }
  for (const { words, start, length } of nameContexts(block.text)) {
    if (!words.every((word) => names.has(word) && !/[_-]/.test(word))) continue;
    const quoted = words.length > 1 ? `The names ${words.join(' and ')} are` : `The name ${words[0]} is`;
    yield { message: `${quoted} not in backticks`, help: MARK, ...placeIn(block, start, length) };
  }
}

/** Names in backticks that are not in the contract: misspelt, or renamed since. */
function* unknown(codeSpans: readonly Found[], vocabulary: Vocabulary): Generator<TextProblem> {
  const { names, values, others, own } = vocabulary;
  if (names.size === 0) return;
  for (const { value, offset, length } of codeSpans) {
    if (!isWireName(value) || [names, values, others, own].some((known) => known.has(value))) continue;
    const near = nearestName(value, vocabulary);
    if (!near && isLoose(value)) continue;
    yield {
      message: `The contract does not contain ${value}`,
      help: `${near ? `Did you mean ${near}? ` : ''}Add names from elsewhere to the setting "names".`,
      offset,
      length,
    };
  }
}

const nearNames = new WeakMap<Vocabulary, { all: string[]; near: Map<string, string | undefined> }>();

/** The name in the contract nearest to a word, cached because contracts repeat words. */
function nearestName(word: string, vocabulary: Vocabulary): string | undefined {
  const known = nearNames.get(vocabulary) ?? {
    all: [...vocabulary.names, ...vocabulary.values],
    near: new Map<string, string | undefined>(),
  };
  nearNames.set(vocabulary, known);
  if (!known.near.has(word)) known.near.set(word, nearest(word, known.all));
  return known.near.get(word);
}

/** Whether a code span is a single name, not a number, constant, command, file or expression. */
function isWireName(span: string): boolean {
  return /^\p{Ll}[\p{L}\d]*(?:_[\p{L}\d]+)*$/u.test(span) || /^X-[\p{L}\d-]+$/u.test(span) || isHeader(span);
}

const isHeader = (span: string) => /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)+$/u.test(span) && !isHeaderName(span);

/** Whether a span may be something other than a name: an identifier such as `cus_123`, or hyphenated words. */
const isLoose = (span: string) => /_[^_]*\d/.test(span) || isHeader(span);

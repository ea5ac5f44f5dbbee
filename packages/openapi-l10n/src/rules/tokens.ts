import { type Block, OBJECT, placeIn } from '../markdown/block.ts';
import type { Found } from '../markdown/types.ts';
import { EXACT, isHeaderName, isName, LOOSE } from './name-shapes.ts';
import { withoutPlaceholders } from './placeholders.ts';

/** Names in prose, without backticks. */
export interface Tokens {
  /** Names that must occur as often in the translation. */
  exact: Found[];
  /** Names that must occur in the translation. */
  loose: Found[];
}

/** The words of a text that look like names or are known names. */
export function tokensIn(
  blocks: readonly Block[],
  known: ReadonlySet<string>,
  columns: ReadonlySet<string> = new Set(),
  headerWords?: string,
): Tokens {
  const tokens: Tokens = { exact: [], loose: [] };
  const own = ownNames(known);
  for (const block of blocks) {
    if (block.column && columns.has(block.column)) {
      const value = block.text.trim();
      if (!value.includes(OBJECT))
        tokens.exact.push({ value, ...placeIn(block, block.text.indexOf(value), value.length) });
      continue;
    }
    const named = MAYBE_NAMES.test(block.text);
    const hasHeaders = headerWords !== undefined && headerPatternsOf(headerWords).word.test(block.text);
    if (!named && !own && !hasHeaders) continue;
    let rest = withoutPlaceholders(block.text);
    const take = (pattern: RegExp, into: Found[], accept = (_: string) => true) => {
      for (const match of rest.matchAll(pattern)) {
        if (!accept(match[0])) continue;
        into.push({ value: match[0], ...placeIn(block, match.index, match[0].length) });
        rest =
          rest.slice(0, match.index) +
          OBJECT.repeat(match[0].length) +
          rest.slice(match.index + match[0].length);
      }
    };
    if (own) take(own, tokens.loose);
    if (named) {
      for (const { pattern, sign } of EXACT) if (sign.test(rest)) take(pattern, tokens.exact, isName);
      for (const { pattern, sign } of LOOSE) if (sign.test(rest)) take(pattern, tokens.loose);
    }
    if (hasHeaders) for (const found of headersIn(block, rest, headerWords)) tokens.loose.push(found);
  }
  return tokens;
}

/** Characters of names, which most texts do not contain. */
const MAYBE_NAMES = /[/_=\-\u2010"“]|[\p{L}\d]\.[\p{L}\d]|\p{Ll}\d*\p{Lu}|[A-Z]{3}/u;

/** A text with names replaced with spaces, so that their digits are not numbers. */
export function withoutNames(text: string): string {
  if (!MAYBE_NAMES.test(text)) return text;
  return EXACT.reduce(
    (rest, { pattern, sign }) =>
      sign.test(rest)
        ? rest.replaceAll(pattern, (match) => (isName(match) ? OBJECT.repeat(match.length) : match))
        : rest,
    text,
  );
}

/** The table columns of names without backticks: one lower-case word per cell, some of which look like names. */
export function nameColumns(blocks: readonly Block[]): Set<string> {
  const columns = new Map<string, string[]>();
  for (const { column, text } of blocks)
    if (column) columns.set(column, [...(columns.get(column) ?? []), text.trim()]);
  const holdNames = (words: readonly string[]) =>
    words.length > 1 &&
    words.every((word) => /^\p{Ll}[\p{L}\d_.-]*$/u.test(word)) &&
    words.some((word) => word.includes('_'));
  return new Set([...columns].flatMap(([column, words]) => (holdNames(words) ? [column] : [])));
}

/** One-word headers, if the text calls them headers: the `Authorization` header. */
function headersIn(block: Block, text: string, headerWords: string): Found[] {
  return [...text.matchAll(headerPatternsOf(headerWords).name)]
    .filter(({ 0: found }) => /^\p{Lu}/u.test(found) && isHeaderName(found))
    .map((match) => ({ value: match[0], ...placeIn(block, match.index, match[0].length) }));
}

function headerPatternsOf(headerWords: string): { word: RegExp; name: RegExp } {
  const patterns = headerPatterns.get(headerWords) ?? patternsOf(headerWords);
  headerPatterns.set(headerWords, patterns);
  return patterns;
}

const headerPatterns = new Map<string, { word: RegExp; name: RegExp }>();

function patternsOf(headerWords: string): { word: RegExp; name: RegExp } {
  const name = '\\p{Lu}\\p{Ll}+';
  return {
    word: new RegExp(`(?<!\\p{L})(?:${headerWords})(?!\\p{L})`, 'iu'),
    name: new RegExp(
      `(?<=(?<!\\p{L})(?:${headerWords})[\\s\\u00A0]+)${name}(?!\\p{L})|(?<!\\p{L})${name}(?=[\\s-]+(?:${headerWords})(?!\\p{L}))`,
      'giu',
    ),
  };
}

const patterns = new WeakMap<ReadonlySet<string>, RegExp>();

/** The names of the settings as one pattern; undefined without any. */
function ownNames(names: ReadonlySet<string>): RegExp | undefined {
  if (names.size === 0) return undefined;
  const known = patterns.get(names);
  if (known) return known;
  const words = [...names]
    .filter((name) => /[\p{Lu}\d_.-]/u.test(name))
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '[\\s\\u00A0]+'));
  if (words.length === 0) return undefined;
  const pattern = new RegExp(
    `(?<![\\p{Script=Latin}\\d_])(?:${words.join('|')})(?![\\p{Script=Latin}\\d_])`,
    'gu',
  );
  patterns.set(names, pattern);
  return pattern;
}

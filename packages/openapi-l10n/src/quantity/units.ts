import type { Language } from '../languages/types.ts';
import { type Block, placeIn } from '../markdown/block.ts';

/** The name of a large number at the start of a text: `million`, `mil millones`, `万`. */
export function scaleAfter(
  text: string,
  { scales }: Language,
): { factor: number; length: number } | undefined {
  if (scales.size === 0) return undefined;
  const match = patternOf(scales, 1).exec(text);
  const factor = match && scales.get(match[1]?.toLowerCase().replaceAll(/\s/g, ' ') ?? '');
  return factor ? { factor, length: match[0].length } : undefined;
}

/** The smaller part of a number after its larger one, in scripts that write both: `1억 4,400만`. */
export function restAfter(
  text: string,
  factor: number,
  language: Language,
): { value: number; length: number } | undefined {
  const digits = /^[ \u00A0]?(\d{1,4}|\d,\d{3})(?![\d,.])/.exec(text);
  if (language.latin || !digits) return undefined;
  const scale = scaleAfter(text.slice(digits[0].length, digits[0].length + 40), language);
  if (!scale || scale.factor >= factor) return undefined;
  return {
    value: Number(digits[1]?.replace(',', '')) * scale.factor,
    length: digits[0].length + scale.length,
  };
}

/** Units of CSS, which are also words (“em” in Portuguese), and so only read next to the digits. */
const CSS = /^(?:px|r?em|v[hw])(?![\p{L}\d])/u;

/** The unit at the start of a text: a symbol with or without a space, or a word, also after a hyphen. */
export function unitAfter(text: string, language: Language): string | undefined {
  const { units, qualifiers } = language;
  const css = CSS.exec(text)?.[0];
  if (css) return css;
  const match =
    /^\+?(?:[\s\u00A0\u202F]|-(?=\p{L}))?([%$€£¥]|\p{Script=Latin}+|[^\P{L}\p{Script=Latin}]+)([\s\u00A0\u202F]\p{L}+)?/u.exec(
      text,
    );
  if (!match) return undefined;
  const [, word = '', next = ''] = match;
  const both = `${word}${next}`.toLowerCase().replaceAll(/[\s\u00A0\u202F]/g, ' ');
  if (qualifiers.has(word)) return unitAfter(next, language);
  const phrase = next === '' ? undefined : units.get(both);
  const known =
    phrase ??
    units.get(word) ??
    // Symbols of Latin letters are case-sensitive: MB is not mb.
    (word.length > 2 || !/^\p{Script=Latin}/u.test(word) ? units.get(word.toLowerCase()) : undefined);
  if (known) return known;
  const joined = patternOf(units).exec(text)?.[1];
  return joined && units.get(joined.toLowerCase());
}

const patterns = new WeakMap<ReadonlyMap<string, unknown>, RegExp>();

/**
 * The words of a table at the start of a text, longest first. In a script without spaces (`5分钟内`, `5분마다`), a letter
 * may follow; a word of Latin or Cyrillic letters must end there.
 */
function patternOf(table: ReadonlyMap<string, unknown>, shortest = 3): RegExp {
  const known = patterns.get(table);
  if (known) return known;
  const escaped = (words: string[]) =>
    words
      .toSorted((a, b) => b.length - a.length)
      .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s/g, '[\\s\\u00A0]'))
      .join('|');
  const all = [...table.keys()];
  const joined = all.filter((word) => JOINED.test(word));
  const separate = all.filter((word) => !JOINED.test(word) && word.length >= shortest);
  const pattern = new RegExp(
    `^[\\s\\u00A0\\u202F-]?(${[joined.length > 0 ? `(?:${escaped(joined)})` : '', separate.length > 0 ? `(?:${escaped(separate)})(?![\\p{L}\\d])` : ''].filter(Boolean).join('|') || '(?!)'})`,
    'iu',
  );
  patterns.set(table, pattern);
  return pattern;
}

const JOINED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Units that are also everyday words, unless a number precedes them: "wait a bit". */
const ONLY_COUNTED = new Set('bit degree meter gram liter'.split(' '));

/** Digits before a unit, other than a lone 1, which may be an article: “a minute”, 1분. */
const COUNTED = /(?:[02-9]|[\d.,:/]1)[\s\u00A0\u202F-]?$/;

/** A unit written as a word, with or without a number: `an hour`, `in milliseconds`. */
export interface UnitWord {
  /** Its English name. */
  unit: string;
  /** Whether digits other than 1 precede it, with which it is compared. */
  counted: boolean;
  written: string;
  offset: number;
  length: number;
}

/** The units of a block written as words. */
export function unitWordsIn(block: Block, language: Language): UnitWord[] {
  const { units, script, countedUnits = [] } = language;
  if (!language.spaced || script === 'kore') return joinedUnits(block, language);
  const found: UnitWord[] = [];
  for (const match of block.text.matchAll(
    /(?:(?<=[\p{L}\d$€£¥]\/)\p{L}{1,2}|(?<![\p{L}\d_-])\p{L}{2,})(?![\p{L}\d_/])/gu,
  )) {
    const [written] = match;
    const unit = units.get(written.toLowerCase());
    if (
      !unit ||
      ONLY_COUNTED.has(unit) ||
      (unit === 'second' && !/s$/.test(written) && !isSpan(block.text, match.index, language))
    )
      continue;
    const counted = COUNTED.test(block.text.slice(0, match.index));
    // "A data e hora": the word for an hour is the one for the time of day too.
    if (
      !counted &&
      countedUnits.includes(written.toLowerCase()) &&
      !isSpan(block.text, match.index, language)
    )
      continue;
    found.push({ unit, counted, written, ...placeIn(block, match.index, written.length) });
  }
  return found;
}

/** Units in a script without spaces, except single characters, which are ambiguous. */
function joinedUnits(block: Block, { units, countedUnits = [] }: Language): UnitWord[] {
  const words = [...units.keys()]
    .filter((word) => word.length > 1 && JOINED.test(word))
    .toSorted((a, b) => b.length - a.length);
  if (words.length === 0) return [];
  return [...block.text.matchAll(new RegExp(words.join('|'), 'gu'))].flatMap(({ 0: written, index }) => {
    const unit = units.get(written);
    const counted = COUNTED.test(block.text.slice(0, index));
    if (isInWord(block.text, written, index)) return [];
    if (!unit || ONLY_COUNTED.has(unit) || (!counted && countedUnits.includes(written))) return [];
    return [{ unit, counted, written, ...placeIn(block, index, written.length) }];
  });
}

/** Whether a word of katakana is a part of a longer one: ドル in ミドルウェア. */
function isInWord(text: string, written: string, at: number): boolean {
  const katakana = /^[\p{Script=Katakana}ー]+$/u;
  return (
    katakana.test(written) &&
    (katakana.test(text.charAt(at - 1)) || katakana.test(text.charAt(at + written.length)))
  );
}

/** Whether the word "second" is a duration, not an ordinal. */
export function isSpan(text: string, at: number, { unitArticles }: Language): boolean {
  const before = text.slice(0, at);
  if (/\/[\s\u00A0]?$|\d[\s\u00A0\u202F]$/u.test(before)) return true;
  return (
    unitArticles !== undefined && /[\s\u00A0\u202F]$/.test(before) && unitArticles.test(before.trimEnd())
  );
}

/** The units without digits that are in one list only: one in each, if one was written instead of the other. */
export function mistaken(
  source: readonly UnitWord[],
  translation: readonly UnitWord[],
): { from: UnitWord; to: UnitWord } | undefined {
  const alone = (of: readonly UnitWord[], other: readonly UnitWord[]) =>
    of.filter(({ unit, counted }) => !counted && !other.some((word) => word.unit === unit));
  const [[from], [to]] = [alone(source, translation), alone(translation, source)];
  return from && to && { from, to };
}

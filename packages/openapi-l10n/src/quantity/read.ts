import type { Language } from '../languages/types.ts';
import { type Block, placeIn } from '../markdown/block.ts';
import { momentAt } from './dates.ts';
import { digitsPattern, partsOf, valuesOf } from './notation.ts';
import type { Quantity, WordQuantity } from './quantity.ts';
import { isSpan, restAfter, scaleAfter, unitAfter } from './units.ts';

/** Digits are a version after `v`, the word "version" or the name of a program, or with two dots. */
const VERSION =
  /(?:(?<=(?:^|[^\p{Script=Latin}\d])[vV])|(?<=(?:versions?|OpenAPI|Node(?:\.js)?|Python|Java|PHP|Ruby|TLS|HTTP|OAuth|Swagger|Overlay)[\s\u00A0\u202F/]))\d+(?:[.,]\d+)+|\d+(?:\.\d+){2,}/iuy;
const VERSION_BEFORE = /(?:^|[^\p{Script=Latin}\d])(?:[vV]|US\$|[A-Z]{0,2}\$)$/u;
const MULTIPLES: Readonly<Record<string, number>> = { k: 1000, K: 1000, M: 1e6, B: 1e9 };
const MONEY = new Set(['dollar', 'euro', 'pound', 'yen']);

/** The numbers of a block in digits, in the notation of its language. */
export function quantitiesIn(block: Block, language: Language): Quantity[] {
  const { text } = block;
  const found: Quantity[] = [];
  if (!/\d/.test(text)) return found;
  const digits = digitsOf(language);
  let end = 0;
  for (const { index } of text.matchAll(/\d/g)) {
    if (index < end) continue;
    // Digits after a letter are part of a name: SHA256, r8168.
    if (
      /[\p{Script=Latin}_]$/u.test(text.slice(Math.max(0, index - 1), index)) &&
      !VERSION_BEFORE.test(text.slice(0, index))
    ) {
      end = index + (/^[\d.]*\d/.exec(text.slice(index))?.[0].length ?? 1);
      continue;
    }
    const read =
      versionAt(text, index, language) ??
      momentIn(text, index, language) ??
      numberAt(text, index, language, digits);
    end = index + read.length;
    const signed = isNegative(text, index) ? 1 : 0;
    const readings = signed ? read.readings.map((value) => `-${value}`) : read.readings;
    found.push({
      ...read,
      readings,
      written: text.slice(index - signed, end),
      ...placeIn(block, index - signed, read.length + signed),
    });
  }
  return found;
}

const digitPatterns = new WeakMap<Language, RegExp>();

function digitsOf(language: Language): RegExp {
  const known = digitPatterns.get(language) ?? new RegExp(digitsPattern(language), 'y');
  digitPatterns.set(language, known);
  return known;
}

type Reading = Omit<Quantity, 'written' | 'offset'>;

function versionAt(text: string, at: number, { groupSeparators }: Language): Reading | undefined {
  VERSION.lastIndex = at;
  const match = VERSION.exec(text);
  // 550.000.000 is a number where dots group digits.
  const isGrouped = groupSeparators.includes('.') && /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(match?.[0] ?? '');
  const isDate = /^\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}$/.test(match?.[0] ?? '');
  return match && !isGrouped && !isDate
    ? { readings: [`version ${match[0]}`, match[0]], unit: undefined, parts: [], length: match[0].length }
    : undefined;
}

/** Inside a word, as in `iad-01` or `x3:00`, and after an equals sign there is no date or time. */
function momentIn(text: string, at: number, language: Language): Reading | undefined {
  const before = text.slice(0, at);
  if (/[\p{Script=Latin}_=]$/u.test(before)) return undefined;
  const month = /\p{L}+\.?[\s\u00A0]+(?:\p{Ll}{2,3}\s+)?$/u.exec(before.slice(-40));
  const monthAt = month ? Math.max(0, before.length - 40) + month.index : 0;
  const dated = month && momentAt(text, monthAt, language);
  if (dated)
    return {
      unit: undefined,
      parts: [],
      readings: [...dated.readings, ...ordinalDay(before.slice(0, monthAt), dated.readings, language)],
      length: dated.length - (at - monthAt),
    };
  const moment = momentAt(text, at, language);
  return moment && { unit: undefined, parts: [], ...moment };
}

/** The day written as a word before a month: “the first of May 2024”. */
function ordinalDay(before: string, readings: readonly string[], { numberWords }: Language): string[] {
  const day = numberWords.get(/(\p{L}+)\s+of\s+$/iu.exec(before)?.[1]?.toLowerCase() ?? '');
  return day === undefined ? [] : readings.map((reading) => `${reading}${day}`);
}

function numberAt(text: string, at: number, language: Language, digits: RegExp): Reading {
  digits.lastIndex = at;
  const written = digits.exec(text)?.[0] ?? text.charAt(at);
  // A decimal point without a leading digit: `.8`.
  const values = /(?<![\p{L}\d)\]])[.,]$/u.test(text.slice(0, at))
    ? [`0.${written}`]
    : valuesOf(written, language);
  const scale = scaleAfter(text.slice(at + written.length, at + written.length + 40), language);
  const rest = scale && restAfter(text.slice(at + written.length + scale.length), scale.factor, language);
  const length = written.length + (scale?.length ?? 0) + (rest?.length ?? 0);
  const after = text.slice(at + length, at + length + 60);
  // `sceneType=2 时` is not a time.
  const unit = text.charAt(at - 1) === '=' && after.startsWith(' ') ? undefined : unitAfter(after, language);
  if (scale)
    values.splice(
      0,
      values.length,
      ...values.map((value) => String(Math.round(Number(value) * scale.factor + (rest?.value ?? 0)))),
    );
  const multiple = scale
    ? undefined
    : MULTIPLES[/^[\s\u00A0\u202F]?([kKMB])(?![\p{L}\d])/u.exec(after)?.[1] ?? ''];
  if (multiple) values.push(...values.map((value) => String(Math.round(Number(value) * multiple))));
  if (!language.clock && !language.tag.startsWith('en') && Number(written) <= 24)
    values.push(`time ${Number(written) * 60}`);
  const currency = /([$€£¥]|US\$)[\s\u00A0\u202F]?$/.exec(text.slice(0, at))?.[1];
  const money = currency && language.units.get(currency.replace('US', ''));
  // Only amounts of money lose their zeros: version 5.0 is not version 5.
  if (money ?? MONEY.has(unit ?? '')) values.push(...values.map((value) => value.replace(/\.0+$/, '')));
  return {
    readings: values,
    unit: money ?? unit,
    parts: partsOf(written),
    length,
  };
}

/** A hyphen or a minus sign makes a number negative, unless a number or word precedes it. */
function isNegative(text: string, at: number): boolean {
  // The end of a range: 6 -7.
  if (/\d\s[-\u2212]$/.test(text.slice(Math.max(0, at - 3), at))) return false;
  return /(?:^|[\s([=<>:≤≥«“"，。、：；（【「]|[^\p{ASCII}\p{Script=Latin}\p{P}])[-\u2212－]$/u.test(
    text.slice(Math.max(0, at - 2), at),
  );
}

/** The numbers of a block in words, including large ones: `one million`. */
export function wordQuantitiesIn(block: Block, language: Language): WordQuantity[] {
  const { numberWords, scales, units } = language;
  if (numberWords.size === 0) return [];
  const found: WordQuantity[] = [];
  let end = 0;
  for (const { word, index } of numberWordsIn(block.text, language)) {
    if (index < end || (units.has(word.toLowerCase()) && isSpan(block.text, index, language))) continue;
    const own = numberWords.get(plain(word));
    const behind = block.text.slice(index + word.length, index + word.length + 40);
    const scale = own === undefined ? undefined : scaleAfter(behind, language);
    // A scale after digits belongs to them.
    if (own === undefined && /\d[\s\u00A0\u202F]?$/.test(block.text.slice(0, index))) continue;
    const length = word.length + (scale?.length ?? 0);
    end = index + length;
    found.push({
      value: own === undefined ? (scales.get(plain(word)) ?? 0) : own * (scale?.factor ?? 1),
      unit: unitAfter(block.text.slice(end), language),
      written: block.text.slice(index, end),
      ...placeIn(block, index, length),
    });
  }
  return found;
}

const starts = new WeakMap<ReadonlyMap<string, number>, { first: Set<string>; longest: number }>();

/** The number words and large numbers in a text, the longest at each place: `twenty-five`, `mil millones`. */
function* numberWordsIn(
  text: string,
  { numberWords, scales }: Language,
): Generator<{ word: string; index: number }> {
  const known = starts.get(numberWords) ?? startsOf([...numberWords.keys(), ...scales.keys()]);
  starts.set(numberWords, known);
  for (const { 0: first, index } of text.matchAll(/\p{L}[\p{L}.]*/gu)) {
    if (!known.first.has(first.toLowerCase())) continue;
    if (/[\d_-]/.test(text.charAt(index - 1)) || /[\d_]/.test(text.charAt(index + first.length))) continue;
    const rest = text.slice(index, index + known.longest + 4);
    const parts = [...rest.matchAll(/[\p{L}.]+/gu)].slice(0, 4);
    for (const part of parts.toReversed()) {
      const word = rest.slice(0, part.index + part[0].length).replace(/\.$/, '');
      const key = plain(word);
      if (!numberWords.has(key) && !scales.has(key)) continue;
      if (!/^[\p{L}\d_]/u.test(rest.slice(word.length))) yield { word, index };
      break;
    }
  }
}

function startsOf(keys: readonly string[]): { first: Set<string>; longest: number } {
  return {
    first: new Set(keys.map((key) => /^[\p{L}.]+/u.exec(key)?.[0] ?? key)),
    longest: Math.max(...keys.map(({ length }) => length)),
  };
}

const plain = (word: string) => word.toLowerCase().replaceAll(/\s/g, ' ');

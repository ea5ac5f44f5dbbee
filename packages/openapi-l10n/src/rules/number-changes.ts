import type { Alignment } from '../alignment/types.ts';
import type { Language } from '../languages/types.ts';
import { difference, isYearAsSpan, unmatched, unrepeated, wordMismatches } from '../quantity/match.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Numbers } from './numbers-in-text.ts';
import type { TextProblem } from './rule.ts';

const HELP = 'Keep the number and its unit; only group and decimal separators follow the language.';
/** Up to this number, a word may replace the digits in a language whose number words are unknown. */
const SPOKEN = 12;

interface Context {
  language: Language;
  sourceLanguage: Language;
  alignment: Alignment;
  /** The numbers of the whole page, where only a part of it is compared. */
  everywhere: readonly Quantity[];
}

/** The numbers of some blocks that differ from those of their translation. */
export function* changedNumbers(
  from: Numbers,
  to: Numbers,
  { language, sourceLanguage, alignment, everywhere }: Context,
): Generator<TextProblem> {
  const isInLabel = ({ offset }: Quantity) =>
    from.blocks.some(({ kind, offsets }) => kind === 'label' && offsets.includes(offset));
  /** `11月` for "November". */
  const isMonth = ({ offset, readings: [value = ''] }: Quantity) => {
    const sign = language.monthSign;
    const block = sign === undefined ? undefined : to.blocks.find(({ offsets }) => offsets.includes(offset));
    const isWritten = block?.text
      .slice(block.offsets.indexOf(offset))
      .replace(/^(\d+)\s/, '$1')
      .startsWith(`${value}${sign}`);
    return (
      isWritten === true &&
      from.blocks.some(
        (own) =>
          alignment.near({ offset: own.offsets[0] ?? 0 }, { offset }) &&
          monthsIn(own.text).has(Number(value)),
      )
    );
  };
  const monthsIn = (text: string) =>
    new Set(
      (text.match(/\p{Lu}\p{L}{2,}/gu) ?? []).map((word) => sourceLanguage.months.get(word.toLowerCase())),
    );
  const mayBeSpelledOut = (lost: Quantity) =>
    language.numerals !== undefined &&
    to.blocks.some(
      ({ text, offsets: [offset = 0] }) => alignment.near(lost, { offset }) && language.numerals?.test(text),
    );
  const aroundLost = (lost: Quantity): Around => ({
    own: from.raw((offset) =>
      alignment.near({ offset }, { offset: alignment.counterpart(lost.offset) ?? -1 }),
    ),
    other: to.raw((offset) => alignment.near(lost, { offset })),
  });
  const aroundExtra = (extra: Quantity): Around => ({
    own: to.raw((offset) => alignment.near({ offset: alignment.origin(extra.offset) ?? -1 }, { offset })),
    other: from.raw((offset) => alignment.near({ offset }, extra)),
  });
  const rest = difference(from.figures, to.figures, alignment.near);
  for (const { from: other, to: found } of rest.changed) yield substitution(other, found);
  // An article may match the digit 1; from 2 on, a word matched by a word does not match digits.
  const words = unrepeated(from.words, to.words, 2);
  const [unsaid, invented] = [unmatched(rest.lost, words.extra), unmatched(rest.extra, words.lost)];
  const lost = [...unsaid.figures];
  for (const found of invented.figures) {
    // The same figure with another unit, else whatever the paragraph has lost.
    const same = lost.findIndex(({ readings: [value] }) => value === found.readings[0]);
    const index = same >= 0 ? same : lost.findIndex((other) => alignment.near(other, found));
    const [instead] = index < 0 ? [] : lost.splice(index, 1);
    if (instead) {
      const isCopied =
        isYearAsSpan(instead, found) ||
        isWritten(instead, aroundLost(instead)) ||
        (!instead.written.startsWith(found.written) && isWritten(found, aroundExtra(found)));
      yield { ...substitution(instead, found), ...(isCopied ? { severity: 'warn' } : {}) };
      continue;
    }
    const word = invented.words.find(
      ({ value, unit, offset }) =>
        unit && found.unit && `${value}` === found.readings[0] && alignment.near({ offset }, found),
    );
    if (word) {
      yield { ...substitution(word, found), severity: 'warn' };
      continue;
    }
    if (isMonth(found) || isGlued(found, aroundExtra(found))) continue;
    // "Each page" may become "1 page", as counters require: 1ページあたり.
    if (Number(found.readings[0]) === 1) continue;
    // A number may be repeated more or less often than in the source.
    const isMentioned = [...from.figures, ...everywhere].some(
      (figure) => figure !== found && isSame(figure, found),
    );
    yield {
      message: `The translation has ${quoted(found)}, which the source does not have`,
      help: HELP,
      offset: found.offset,
      length: found.length,
      ...(isMentioned || isSmall(found) || isWritten(found, aroundExtra(found)) ? { severity: 'warn' } : {}),
      choice: 'added number',
    };
  }
  for (const found of lost) {
    if (isGlued(found, aroundLost(found))) continue;
    // If not all words for small numbers are known, an unknown word may replace the digits.
    if (!language.allNumberWords && Number(found.readings[0]) >= 0 && Number(found.readings[0]) <= SPOKEN)
      continue;
    const isMentioned = [...to.figures, ...everywhere].some(
      (figure) => figure !== found && isSame(figure, found),
    );
    yield {
      message: `The number ${quoted(found)} of the source is missing in the translation`,
      help: HELP,
      sourceOffset: found.offset,
      ...(isMentioned || isSmall(found) || isWritten(found, aroundLost(found)) ? { severity: 'warn' } : {}),
      ...(isInLabel(found) || mayBeSpelledOut(found) ? { choice: 'mentioned less' as const } : {}),
    };
  }
  for (const { from: word, to: other } of wordMismatches(invented.words, unsaid.words))
    if (alignment.near(word, other)) yield substitution(word, other);
}

/** The corresponding blocks of both texts around a number, with their names. */
interface Around {
  own: string;
  other: string;
}

/** Whether the other text has the digits after letters, as a part of a name: `Day21` for `Day 21`. */
const isGlued = ({ readings: [value = ''] }: Quantity, { other }: Around) =>
  /^\d+$/.test(value) && new RegExp(`\\p{L}${value}(?!\\d)`, 'u').test(other);

/** Whether the other text has the same characters as often, though they are read in another way there, or in a name. */
function isWritten({ written }: Quantity, { own, other }: Around): boolean {
  if (!/\d.*\d/.test(written) || /\p{L}/u.test(written) || /^\d{1,3}[.,]\d{3}$/.test(written)) return false;
  const digits = new RegExp(`(?<![\\d.,])${literal(written)}(?!\\d|[.,]\\d)`, 'gu');
  const count = (text: string) => text.match(digits)?.length ?? 0;
  return count(other) > 0 && count(other) >= count(own);
}

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Languages count in words where others do not: "both", « les deux », 以下の2つ. */
const isSmall = ({ readings: [value], unit }: Quantity) =>
  (unit === undefined && Number(value) <= 10 && Number(value) >= 0) ||
  // All of it, or nothing.
  (unit === 'percent' && (value === '100' || value === '0'));

const isSame = (a: Quantity, b: Quantity) =>
  (a.unit === b.unit || !a.unit || !b.unit) && a.readings.some((reading) => b.readings.includes(reading));

/** One thing written instead of another. */
export function substitution(from: Written, to: Written): TextProblem {
  const [was, is] = [quoted(from), quoted(to)];
  return {
    message:
      was === is
        ? `${is} is written as in the source language, and means another number in the language of the translation`
        : `The translation has ${is} where the source has ${was}`,
    help: HELP,
    offset: to.offset,
    length: to.length,
    sourceOffset: from.offset,
    ...(isYearOf(from, to) || isYearOf(to, from) ? { severity: 'warn' } : {}),
    ...(isInWords(from, to) || isInWords(to, from) ? { choice: 'number in words' as const } : {}),
  };
}

type Written = Pick<Quantity, 'written' | 'unit' | 'offset' | 'length'> & Partial<Pick<Quantity, 'readings'>>;

/** Whether one is the year of the other, whose day is in words. */
const isYearOf = ({ readings: [year] = [] }: Written, { readings: [date] = [] }: Written) =>
  (/^\d{4}$/.test(year ?? '') && Boolean(date?.startsWith(`date ${year}-`))) ||
  (Boolean(year?.startsWith('date -')) && date?.replace(/^date \d{4}/, 'date ') === year);

/** Whether a large number and digits alone begin alike: the word for "billion" may have an unknown ending. */
const isInWords = ({ written: large, unit }: Written, { written: digits, unit: other }: Written) =>
  (unit === other || !unit || !other) &&
  /^\d+$/.test(digits) &&
  large.startsWith(digits) &&
  /^\s?\p{L}/u.test(large.slice(digits.length));

const quoted = ({ written, unit }: Written) => `“${written}”${unit ? ` (${unit})` : ''}`;

import type { Alignment } from '../alignment/types.ts';
import type { Language } from '../languages/types.ts';
import { type Block, OBJECT } from '../markdown/block.ts';
import { factsOf } from '../markdown/facts.ts';
import { withAsciiDigits } from '../quantity/digits.ts';
import { difference, unmatched, unrepeated, wordMismatches } from '../quantity/match.ts';
import type { Quantity, WordQuantity } from '../quantity/quantity.ts';
import { quantitiesIn, wordQuantitiesIn } from '../quantity/read.ts';
import { mistaken, unitWordsIn } from '../quantity/units.ts';
import { counterparts } from './cells.ts';
import { comparableProse } from './marks.ts';
import { withoutPlaceholders } from './placeholders.ts';
import type { Pair, Rule, TextProblem } from './rule.ts';
import { withoutNames } from './tokens.ts';

const HELP = 'Keep the number and its unit; only group and decimal separators follow the language.';
/** Up to this number, a word may replace the digits in a language whose number words are unknown. */
const SPOKEN = 12;

export const number: Rule = {
  summary: 'A number, unit, date or version that differs. The notation of the language is accepted.',
  severity: 'error',
  *pair(pair) {
    const { source, translation, whole, language, sourceLanguage, alignment } = pair;
    const [from, to] = [factsOf(source), factsOf(translation)];
    const [original, prose] = comparableProse(from, to);
    const isPart = source !== whole.source;
    const everywhere = isPart
      ? [
          ...read(factsOf(whole.source).blocks, sourceLanguage).figures,
          ...read(factsOf(whole.translation).blocks, language).figures,
        ]
      : [];
    const compared = (ours: readonly Block[], theirs: readonly Block[]) => {
      const numbers = read(ours, sourceLanguage);
      // Most texts have no numbers; a number in words is only compared with one of the source.
      const isWithout = numbers.figures.length + numbers.words.length === 0;
      if (isWithout && !theirs.some(({ text }) => /\p{Nd}/u.test(text))) return [];
      return [
        ...figures(numbers, read(theirs, language), { language, sourceLanguage, alignment, everywhere }),
      ];
    };
    const problems = compared(original, prose);
    if (problems.length > 0) yield* problems;
    else {
      // In a table, a number must also be in the same cell.
      for (const [cell, other] of counterparts(from, to, original, prose)) yield* compared([cell], [other]);
      yield* units(original, prose, pair);
    }
  },
};

interface Context {
  language: Language;
  sourceLanguage: Language;
  alignment: Alignment;
  /** The numbers of the whole page, where only a part of it is compared. */
  everywhere: readonly Quantity[];
}

function* figures(
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
  const rest = difference(from.figures, to.figures);
  const changed = rest.extra.flatMap((found) => {
    const from = rest.lost.find(
      (other) =>
        other.unit && found.unit && other.readings[0] === found.readings[0] && alignment.near(other, found),
    );
    return from ? [{ from, found }] : [];
  });
  for (const { from: other, found } of changed) yield substitution(other, found);
  rest.lost = rest.lost.filter((other) => !changed.some(({ from: own }) => own === other));
  rest.extra = rest.extra.filter((other) => !changed.some(({ found }) => found === other));
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
      yield substitution(instead, found);
      continue;
    }
    if (isMonth(found)) continue;
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
      ...(isMentioned || isSmall(found) ? { severity: 'warn' } : {}),
    };
  }
  for (const found of lost) {
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
      ...(isMentioned || isSmall(found) ? { severity: 'warn' } : {}),
      ...(isInLabel(found) || mayBeSpelledOut(found) ? { choice: 'mentioned less' as const } : {}),
    };
  }
  for (const { from: word, to: other } of wordMismatches(invented.words, unsaid.words))
    if (alignment.near(word, other)) yield substitution(word, other);
}

/** Languages count in words where others do not: "both", « les deux », 以下の2つ. */
const isSmall = ({ readings: [value], unit }: Quantity) =>
  (unit === undefined && Number(value) <= 10 && Number(value) >= 0) ||
  // All of it, or nothing.
  (unit === 'percent' && (value === '100' || value === '0'));

const isSame = (a: Quantity, b: Quantity) =>
  (a.unit === b.unit || !a.unit || !b.unit) && a.readings.some((reading) => b.readings.includes(reading));

/** Units without a number, paragraph by paragraph if both texts have the same number of paragraphs. */
function* units(
  source: readonly Block[],
  translation: readonly Block[],
  { sourceLanguage, language, alignment }: Pick<Pair, 'sourceLanguage' | 'language' | 'alignment'>,
): Generator<TextProblem> {
  const words = (blocks: readonly Block[], own: Language) => blocks.map((block) => unitWordsIn(block, own));
  const from = words(source, sourceLanguage);
  if (from.flat().every(({ counted }) => counted)) return;
  const to = words(translation, language);
  const pairs =
    from.length === to.length
      ? from.map((list, index) => [list, to[index] ?? []] as const)
      : [[from.flat(), to.flat()] as const];
  for (const [ours, theirs] of pairs) {
    const found = mistaken(ours, theirs);
    if (found && alignment.near(found.from, found.to))
      yield { ...substitution(found.from, found.to), choice: 'unit without number' };
  }
}

interface Numbers {
  blocks: readonly Block[];
  figures: Quantity[];
  words: WordQuantity[];
}

function read(prose: readonly Block[], language: Language): Numbers {
  const blocks = prose.map((block) => ({ ...block, text: plain(block.text, language) }));
  return {
    blocks,
    figures: blocks.flatMap((block) => quantitiesIn(block, language)),
    words: blocks.flatMap((block) => wordQuantitiesIn(block, language)),
  };
}

/** A text without placeholders, names and set phrases, whose digits are not numbers. */
function plain(text: string, { idioms, decimalSeparators }: Language): string {
  const read = withAsciiDigits(withoutNames(withoutPlaceholders(text)));
  if (!/\d/.test(read))
    return idioms ? read.replaceAll(idioms, (phrase) => OBJECT.repeat(phrase.length)) : read;
  const named = read.replaceAll(BASE, (name) => OBJECT.repeat(name.length));
  // A list without a space: sections 2,3 and 4.
  const prose = decimalSeparators.includes(',') ? named : named.replaceAll(LIST, ' ');
  return idioms ? prose.replaceAll(idioms, (phrase) => OBJECT.repeat(phrase.length)) : prose;
}

/** A notation, not a number. */
const BASE = /(?<!\p{L})(?:base[\s\u00A0-]?(?:16|32|36|58|62|64)|(?:iso|bcp)[\s\u00A0-]?\d{1,5})(?!\d)/giu;
const LIST = /(?<=(?<![\d,.])\d{1,2}),(?=\d{1,2}\s\p{L}+\s\d)/gu;

/** One thing written instead of another. */
function substitution(from: Written, to: Written): TextProblem {
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
const isInWords = ({ written: large }: Written, { written: digits }: Written) =>
  /^\d+$/.test(digits) && large.startsWith(digits) && /^\s?\p{L}/u.test(large.slice(digits.length));

const quoted = ({ written, unit }: Written) => `“${written}”${unit ? ` (${unit})` : ''}`;

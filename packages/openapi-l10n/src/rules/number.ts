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

const HELP =
  'Write the same figures and the same unit; only the signs for groups and decimals are those of the language.';
/** Up to this number a word may stand for the figures, in a language whose words are not known. */
const SPOKEN = 12;

export const number: Rule = {
  summary: 'A number, unit, bound, date or version that differs; the notation of the language is known.',
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
    const compared = (ours: readonly Block[], theirs: readonly Block[]) => [
      ...figures(read(ours, sourceLanguage), read(theirs, language), { language, alignment, everywhere }),
    ];
    const problems = compared(original, prose);
    if (problems.length > 0) yield* problems;
    else {
      // In a table a number must be in its own cell, too.
      for (const [cell, other] of counterparts(from, to, original, prose)) yield* compared([cell], [other]);
      yield* units(original, prose, pair);
    }
  },
};

interface Context {
  language: Language;
  alignment: Alignment;
  /** The numbers of the whole page, where only a part of it is compared. */
  everywhere: readonly Quantity[];
}

function* figures(
  from: Numbers,
  to: Numbers,
  { language, alignment, everywhere }: Context,
): Generator<TextProblem> {
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
  // An article may be the 1 of a figure; from 2 on a word that a word repeats is not a figure's.
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
    // "Each page" may be "1 page", and a counter may ask for it: 1ページあたり.
    if (Number(found.readings[0]) === 1) continue;
    // A number may be mentioned more often than in the source, or less often.
    const isMentioned = [...from.figures, ...everywhere].some(
      (figure) => figure !== found && isSame(figure, found),
    );
    yield {
      message: `The translation has ${quoted(found)}, which the source has not`,
      help: HELP,
      offset: found.offset,
      length: found.length,
      ...(isMentioned || isSmall(found) ? { severity: 'warn' } : {}),
    };
  }
  for (const found of lost) {
    // Where not every word of a small number is known, such a word may stand for the figure.
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
    };
  }
  for (const { from: word, to: other } of wordMismatches(invented.words, unsaid.words))
    yield substitution(word, other);
}

/** Languages count in words where others do not: "both", « les deux », 以下の2つ. */
const isSmall = ({ readings: [value], unit }: Quantity) =>
  unit === undefined && Number(value) <= 10 && Number(value) >= 0;

const isSame = (a: Quantity, b: Quantity) =>
  (a.unit === b.unit || !a.unit || !b.unit) && a.readings.some((reading) => b.readings.includes(reading));

/** Units without a number, paragraph by paragraph where both texts have as many. */
function* units(
  source: readonly Block[],
  translation: readonly Block[],
  { sourceLanguage, language, alignment }: Pick<Pair, 'sourceLanguage' | 'language' | 'alignment'>,
): Generator<TextProblem> {
  const words = (blocks: readonly Block[], own: Language) => blocks.map((block) => unitWordsIn(block, own));
  const [from, to] = [words(source, sourceLanguage), words(translation, language)];
  const pairs =
    from.length === to.length
      ? from.map((list, index) => [list, to[index] ?? []] as const)
      : [[from.flat(), to.flat()] as const];
  for (const [ours, theirs] of pairs) {
    const found = mistaken(ours, theirs);
    if (found && alignment.near(found.from, found.to)) yield substitution(found.from, found.to);
  }
}

interface Numbers {
  figures: Quantity[];
  words: WordQuantity[];
}

function read(prose: readonly Block[], language: Language): Numbers {
  const blocks = prose.map((block) => ({ ...block, text: plain(block.text, language) }));
  return {
    figures: blocks.flatMap((block) => quantitiesIn(block, language)),
    words: blocks.flatMap((block) => wordQuantitiesIn(block, language)),
  };
}

/** A text without placeholders, names and set phrases, whose digits are not numbers of their own. */
function plain(text: string, { idioms }: Language): string {
  const prose = withAsciiDigits(withoutNames(withoutPlaceholders(text)));
  return idioms ? prose.replaceAll(idioms, (phrase) => OBJECT.repeat(phrase.length)) : prose;
}

/** One thing written for another. */
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
  };
}

type Written = Pick<Quantity, 'written' | 'unit' | 'offset' | 'length'> & Partial<Pick<Quantity, 'readings'>>;

/** Whether one is the year of the other, whose day is in words. */
const isYearOf = ({ readings: [year] = [] }: Written, { readings: [date] = [] }: Written) =>
  /^\d{4}$/.test(year ?? '') && Boolean(date?.startsWith(`date ${year}-`));

const quoted = ({ written, unit }: Written) => `“${written}”${unit ? ` (${unit})` : ''}`;

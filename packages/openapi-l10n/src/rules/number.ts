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
import type { Rule, TextProblem } from './rule.ts';
import { withoutNames } from './tokens.ts';

const HELP =
  'Write the same figures and the same unit; only the signs for groups and decimals are those of the language.';
/** Up to this number a word may stand for the figures, in a language whose words are not known. */
const SPOKEN = 12;

export const number: Rule = {
  summary: 'A number, unit, bound, date or version that differs; the notation of the language is known.',
  severity: 'error',
  *pair({ source, translation, language, sourceLanguage }) {
    const [from, to] = [factsOf(source), factsOf(translation)];
    const [original, prose] = comparableProse(from, to);
    const compared = (ours: readonly Block[], theirs: readonly Block[]) => [
      ...figures(read(ours, sourceLanguage), read(theirs, language), language),
    ];
    const problems = compared(original, prose);
    if (problems.length > 0) yield* problems;
    else {
      // In a table a number must be in its own cell, too.
      for (const [cell, other] of counterparts(from, to, original, prose)) yield* compared([cell], [other]);
      yield* units(original, prose, sourceLanguage, language);
    }
  },
};

function* figures(from: Numbers, to: Numbers, { allNumberWords }: Language): Generator<TextProblem> {
  const rest = difference(from.figures, to.figures);
  // An article may be the 1 of a figure; from 2 on a word that a word repeats is not a figure's.
  const words = unrepeated(from.words, to.words, 2);
  const [unsaid, invented] = [unmatched(rest.lost, words.extra), unmatched(rest.extra, words.lost)];
  // Where not every word of a small number is known, such a word may stand for the figure.
  const isSpoken = ({ readings: [value] }: Quantity) =>
    !allNumberWords && Number(value) >= 0 && Number(value) <= SPOKEN;
  const spoken = unsaid.figures.filter(isSpoken);
  const lost = unsaid.figures.filter((figure) => !isSpoken(figure));
  for (const found of invented.figures) {
    const other = spoken.findIndex(({ readings: [value] }) => value === found.readings[0]);
    const [sameFigure] = other < 0 ? [] : spoken.splice(other, 1);
    if (sameFigure) {
      yield substitution(sameFigure, found);
      continue;
    }
    // "Each page" may be "1 page", and a counter may ask for it: 1ページあたり.
    if (lost.length === 0 && Number(found.readings[0]) === 1) continue;
    // A number may be mentioned more often than in the source, or less often.
    const mentioned = lost.length === 0 && from.figures.some((figure) => isSame(figure, found));
    const index = Math.max(
      0,
      lost.findIndex(({ readings: [value] }) => value === found.readings[0]),
    );
    const [instead] = lost.splice(index, 1);
    yield instead
      ? substitution(instead, found)
      : {
          message: `The translation has ${quoted(found)}, which the source has not`,
          help: HELP,
          offset: found.offset,
          length: found.length,
          ...(mentioned ? { severity: 'warn' } : {}),
        };
  }
  for (const found of lost)
    yield {
      message: `The number ${quoted(found)} of the source is missing in the translation`,
      help: HELP,
      sourceOffset: found.offset,
      ...(to.figures.some((figure) => isSame(figure, found)) ? { severity: 'warn' } : {}),
    };
  for (const { from: word, to: other } of wordMismatches(invented.words, unsaid.words))
    yield substitution(word, other);
}

const isSame = (a: Quantity, b: Quantity) =>
  (a.unit === b.unit || !a.unit || !b.unit) && a.readings.some((reading) => b.readings.includes(reading));

/** Units without a number, paragraph by paragraph where both texts have as many. */
function* units(
  source: readonly Block[],
  translation: readonly Block[],
  sourceLanguage: Language,
  language: Language,
): Generator<TextProblem> {
  const words = (blocks: readonly Block[], own: Language) => blocks.map((block) => unitWordsIn(block, own));
  const [from, to] = [words(source, sourceLanguage), words(translation, language)];
  const pairs =
    from.length === to.length
      ? from.map((list, index) => [list, to[index] ?? []] as const)
      : [[from.flat(), to.flat()] as const];
  for (const [ours, theirs] of pairs) {
    const found = mistaken(ours, theirs);
    if (found) yield substitution(found.from, found.to);
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
  return {
    message: `The translation has ${quoted(to)} where the source has ${quoted(from)}`,
    help: HELP,
    offset: to.offset,
    length: to.length,
    sourceOffset: from.offset,
  };
}

type Written = Pick<Quantity, 'written' | 'unit' | 'offset' | 'length'>;

const quoted = ({ written, unit }: Written) => `“${written}”${unit ? ` (${unit})` : ''}`;

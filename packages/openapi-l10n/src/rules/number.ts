import { english } from '../languages/en.ts';
import type { Language } from '../languages/language.ts';
import { type Block, OBJECT } from '../markdown/block.ts';
import { factsOf } from '../markdown/facts.ts';
import { difference, misspoken, unspoken } from '../quantity/match.ts';
import type { WordQuantity } from '../quantity/quantity.ts';
import { quantitiesIn, wordQuantitiesIn } from '../quantity/read.ts';
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
  *pair({ source, translation, language }) {
    const [original, prose] = comparableProse(factsOf(source), factsOf(translation));
    const [from, to] = [read(original, english), read(prose, language)];
    const rest = difference(from.figures, to.figures);
    const [unsaid, invented] = [unspoken(rest.lost, to.words), unspoken(rest.extra, from.words)];
    const lost = unsaid.figures.filter(
      ({ readings: [value] }) => language.numberWords.size > 0 || !(Number(value) <= SPOKEN),
    );
    for (const found of invented.figures) {
      const index = Math.max(
        0,
        lost.findIndex(({ readings: [value] }) => value === found.readings[0]),
      );
      const [instead] = lost.splice(index, 1);
      yield {
        message: instead
          ? `The translation has ${told(found)} where the source has ${told(instead)}`
          : `The translation has ${told(found)}, which the source has not`,
        help: HELP,
        offset: found.offset,
        length: found.length,
        sourceOffset: instead?.offset,
      };
    }
    for (const found of lost)
      yield {
        message: `The number ${told(found)} of the source is missing in the translation`,
        help: HELP,
        sourceOffset: found.offset,
      };
    yield* spoken(invented.words, unsaid.words);
  },
};

function read(prose: readonly Block[], language: Language) {
  const blocks = prose.map((block) => ({ ...block, text: plain(block.text, language) }));
  return {
    figures: blocks.flatMap((block) => quantitiesIn(block, language)),
    words: blocks.flatMap((block) => wordQuantitiesIn(block, language)),
  };
}

/** A text without placeholders, names and set phrases, whose digits are no numbers of their own. */
function plain(text: string, { idioms }: Language): string {
  const prose = withoutNames(withoutPlaceholders(text));
  return idioms ? prose.replaceAll(idioms, (phrase) => OBJECT.repeat(phrase.length)) : prose;
}

function* spoken(
  source: readonly WordQuantity[],
  translation: readonly WordQuantity[],
): Generator<TextProblem> {
  for (const { from, to } of misspoken(source, translation))
    yield {
      message: `The translation has ${told(to)} where the source has ${told(from)}`,
      help: HELP,
      offset: to.offset,
      length: to.length,
      sourceOffset: from.offset,
    };
}

const told = ({ written, unit }: { written: string; unit: string | undefined }) =>
  `“${written}”${unit ? ` (${unit})` : ''}`;

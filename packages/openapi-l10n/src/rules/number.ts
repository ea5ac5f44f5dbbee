import type { Language } from '../languages/types.ts';
import type { Block } from '../markdown/block.ts';
import { factsOf } from '../markdown/facts.ts';
import { mistaken, unitWordsIn } from '../quantity/units.ts';
import { counterparts } from './cells.ts';
import { comparableProse } from './marks.ts';
import { changedNumbers, substitution } from './number-changes.ts';
import { numbersIn } from './numbers-in-text.ts';
import type { Pair, Rule, TextProblem } from './rule.ts';
import { unitsInSpans } from './units-in-spans.ts';

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
          ...numbersIn(factsOf(whole.source).blocks, sourceLanguage).figures,
          ...numbersIn(factsOf(whole.translation).blocks, language).figures,
        ]
      : [];
    const compared = (ours: readonly Block[], theirs: readonly Block[]) => {
      const numbers = numbersIn(ours, sourceLanguage);
      // Most texts have no numbers; a number in words is only compared with one of the source.
      const isWithout = numbers.figures.length + numbers.words.length === 0;
      if (isWithout && !theirs.some(({ text }) => /\p{Nd}/u.test(text))) return [];
      return [
        ...changedNumbers(numbers, numbersIn(theirs, language), {
          language,
          sourceLanguage,
          alignment,
          everywhere,
        }),
      ];
    };
    const problems = compared(original, prose);
    if (problems.length > 0) yield* problems;
    else {
      // In a table, a number must also be in the same cell.
      for (const [cell, other] of counterparts(from, to, original, prose)) yield* compared([cell], [other]);
      yield* units(original, prose, pair);
    }
    yield* unitsInSpans(from, to, pair);
  },
};

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

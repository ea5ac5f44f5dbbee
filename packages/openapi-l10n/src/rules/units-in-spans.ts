import type { Language } from '../languages/types.ts';
import { surplus } from '../markdown/facts.ts';
import type { Facts, Found } from '../markdown/types.ts';
import { isOtherUnit } from '../quantity/match.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { quantitiesIn } from '../quantity/read.ts';
import { substitution } from './number-changes.ts';
import type { Pair, TextProblem } from './rule.ts';

/**
 * A figure in a code span that has another unit in the translation: `8GB` and `8MB`. Spans with words are compared too,
 * since those that show the text of an interface are translated: `wait 2 seconds`.
 */
export function* unitsInSpans(
  from: Facts,
  to: Facts,
  { sourceLanguage, language, alignment }: Pair,
): Generator<TextProblem> {
  if (from.codeSpans.length === 0 || to.codeSpans.length === 0) return;
  const theirs = figuresOf(surplus(to.codeSpans, from.codeSpans), language);
  if (theirs.length === 0) return;
  const ours = figuresOf(surplus(from.codeSpans, to.codeSpans), sourceLanguage);
  for (const found of theirs) {
    const own = ours.filter(
      (other) => other.readings[0] === found.readings[0] && alignment.near(other, found),
    );
    const [was] = own;
    if (was && own.every((other) => isOtherUnit(other, found)))
      yield { ...substitution(was, found), severity: 'warn' };
  }
}

const figuresOf = (spans: readonly Found[], language: Language): Quantity[] =>
  spans.flatMap(({ value, offset }) =>
    /\d/.test(value)
      ? quantitiesIn({ kind: 'label', text: value, offsets: [...value, ''].map(() => offset) }, language).map(
          (quantity) => ({ ...quantity, length: value.length }),
        )
      : [],
  );

import { placeIn } from '../markdown/block.ts';
import type { Facts } from '../markdown/types.ts';
import type { TextProblem } from './rule.ts';

const REPEATED = /(?<![\p{L}\d_])([\p{L}\d_]{2,})(?:[ \u00A0]+\1){1,}(?![\p{L}\d_])/giu;
const HELP = 'Remove the repetition.';

/** A word or code span that is repeated, as machine translation does, and not in the source. */
export function* repeated(from: Facts, to: Facts): Generator<TextProblem> {
  const doubled = new Set(
    from.blocks.flatMap(({ text }) => [...text.matchAll(REPEATED)].map(([, word]) => word?.toLowerCase())),
  );
  for (const block of to.blocks) {
    for (const match of block.text.matchAll(REPEATED)) {
      const [whole, word = ''] = match;
      const thrice = whole.split(/\s+/).length > 2;
      // Grammar repeats small words ("nous nous", "die die"); three in a row, or a long word twice, is a mistake.
      if (doubled.has(word.toLowerCase()) || (!thrice && (word.length < 5 || /^\d+$/.test(word)))) continue;
      yield {
        message: `The word “${word}” is repeated`,
        help: HELP,
        ...placeIn(block, match.index, whole.length),
        ...(thrice ? {} : { severity: 'warn' }),
      };
    }
  }
  yield* spans(from, to);
}

function* spans(from: Facts, to: Facts): Generator<TextProblem> {
  const pairsOf = ({ codeSpans }: Facts) =>
    codeSpans.flatMap((span, index) => {
      const next = codeSpans[index + 1];
      return next && next.value === span.value && next.offset - span.offset - span.length <= 1 ? [next] : [];
    });
  const known = new Set(pairsOf(from).map(({ value }) => value));
  for (const { value, offset, length } of pairsOf(to))
    if (!known.has(value)) yield { message: `The token “${value}” is repeated`, help: HELP, offset, length };
}

import { placeIn } from '../markdown/block.ts';
import { factsOf } from '../markdown/facts.ts';
import type { MarkdownText } from '../markdown/parse.ts';
import type { TextProblem } from './rule.ts';

const REPEATED = /(?<![\p{L}\d_])([\p{L}\d_]{2,})(?:[ \u00A0]+\1){1,}(?![\p{L}\d_])/giu;
const HELP = 'Remove the repetition.';

/** A word or code span that is repeated, as machine translation does, and not in the source. */
export function* repeated(source: MarkdownText, translation: MarkdownText): Generator<TextProblem> {
  const [from, to] = [factsOf(source), factsOf(translation)];
  let known: Set<string | undefined> | undefined;
  const doubled = () => {
    known ??= new Set(
      from.blocks.flatMap(({ text }) => [...text.matchAll(REPEATED)].map(([, word]) => word?.toLowerCase())),
    );
    return known;
  };
  for (const block of to.blocks) {
    if (block.text.search(REPEATED) < 0) continue;
    for (const match of block.text.matchAll(REPEATED)) {
      const [whole, word = ''] = match;
      const isTriple = whole.split(/\s+/).length > 2;
      // Grammar repeats small words ("nous nous", "die die"); three in a row, or a long word twice, is a mistake.
      if (doubled().has(word.toLowerCase()) || /^\d+$/.test(word) || (!isTriple && word.length < 5)) continue;
      yield {
        message: `The word “${word}” is repeated`,
        help: HELP,
        ...placeIn(block, match.index, whole.length),
        ...(isTriple ? { proof: 'repeated word' } : { severity: 'warn' }),
      };
    }
  }
  yield* spans(source, translation);
}

function* spans(source: MarkdownText, translation: MarkdownText): Generator<TextProblem> {
  const pairsOf = (text: MarkdownText) => {
    const { codeSpans } = factsOf(text);
    return codeSpans.flatMap((span, index) => {
      const next = codeSpans[index + 1];
      if (next?.value !== span.value) return [];
      return /^\s?$/.test(text.text.slice(span.offset + span.length, next.offset)) ? [next] : [];
    });
  };
  const known = new Set(pairsOf(source).map(({ value }) => value));
  for (const { value, offset, length } of pairsOf(translation))
    if (!known.has(value))
      yield {
        message: `The token “${value}” is repeated`,
        help: HELP,
        offset,
        length,
        proof: 'repeated word',
      };
}

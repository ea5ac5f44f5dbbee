import { type Facts, type Found, factsOf, surplus } from '../markdown/facts.ts';
import type { Setting } from '../markdown/front-matter.ts';
import { counterparts, within } from './cells.ts';
import { comparableProse, countOf, placeOf } from './marks.ts';
import { compare } from './multiset.ts';
import { datePatterns } from './placeholders.ts';
import { products } from './products.ts';
import type { Rule, TextProblem } from './rule.ts';
import { nameColumns, type Tokens, tokensIn } from './tokens.ts';

const HELP =
  'Write names, values and paths exactly as the source does, in code marks where it does, as often as it does.';

export const protectedTerm: Rule = {
  summary: 'A name, value or path that the translation drops, translates or invents.',
  severity: 'error',
  *pair(pair) {
    const { source, translation, vocabulary } = pair;
    const [from, to] = [factsOf(source), factsOf(translation)];
    yield* settings(from.settings, to.settings);
    const columns = nameColumns(from.blocks);
    const [names, written] = [from, to].map(({ blocks }) => tokensIn(blocks, vocabulary.own, columns)) as [
      Tokens,
      Tokens,
    ]; // two in, two out
    const lostSpans = surplus(from.codeSpans, to.codeSpans);
    // A name may gain code marks, which protect it; one that loses them is one finding, not two.
    const gained = marked(surplus(to.codeSpans, from.codeSpans), from, to);
    const bared = shared(surplus(written.exact, names.exact), lostSpans);
    yield* compare(from.codeSpans, without(to.codeSpans, gained), 'token', HELP);
    if (lostSpans.length === 0 && to.codeSpans.length === from.codeSpans.length)
      for (const [cell, other] of counterparts(from, to, from.blocks, to.blocks))
        yield* compare(within(from.codeSpans, cell), within(to.codeSpans, other), 'token', HELP);
    yield* compare(without(names.exact, gained, true), without(written.exact, bared), 'name', HELP);

    const [original, prose] = comparableProse(from, to);
    yield* compare(datePatterns(original), datePatterns(prose), 'date pattern', HELP);

    const text = [...to.blocks.map((block) => block.text), ...to.codeSpans.map(({ value }) => value)].join(
      '\n',
    );
    const lost = names.loose.filter(
      ({ value }) => placeOf(text, value) < 0 && placeOf(text, singular(value)) < 0,
    );
    for (const { value, offset } of new Map(lost.map((found) => [found.value, found])).values())
      yield {
        message: `The name ${value} of the source is missing in the translation`,
        help: HELP,
        sourceOffset: offset,
      };
    yield* products(pair);
  },
};

/** Code spans of the translation whose word the source writes more often in its prose than the translation does. */
function marked(spans: readonly Found[], from: Facts, to: Facts): Found[] {
  const [original, prose] = [from, to].map(({ blocks }) => blocks.map(({ text }) => text).join('\n'));
  const left = new Map<string, number>();
  return spans.filter(({ value }) => {
    const count = left.get(value) ?? countOf(original ?? '', value) - countOf(prose ?? '', value);
    left.set(value, count - 1);
    return count > 0;
  });
}

/** Fields of the front matter that both pages have, with another value in each, and fields with a translated name. */
function* settings(source: readonly Setting[], translation: readonly Setting[]): Generator<TextProblem> {
  const names = new Set(source.map(({ name }) => name));
  for (const { name, value, offset, length } of translation) {
    const same = source.filter((other) => other.name === name);
    const renamed = names.has(name)
      ? undefined
      : source.find(
          (other) =>
            other.value === value && value.length > 4 && !translation.some((own) => own.name === other.name),
        );
    if (!renamed && (same.length === 0 || same.some((other) => other.value === value))) continue;
    const original = renamed ?? same[0];
    yield {
      message: `The front matter has “${name}: ${value}” where the source has “${original?.name}: ${original?.value}”`,
      help: 'Translate titles and descriptions only; copy the other fields.',
      offset,
      length,
      sourceOffset: original?.offset,
    };
  }
}

/** The members of a list whose values another list has too, each as often. */
function shared(list: readonly Found[], other: readonly Found[]): Found[] {
  const alone = new Set(surplus(list, other));
  return list.filter((found) => !alone.has(found));
}

/** A list without some of its members, or without as many members of the same values. */
function without(list: readonly Found[], some: readonly Found[], byValue = false): Found[] {
  if (byValue) return surplus(list, some);
  const gone = new Set(some);
  return list.filter((found) => !gone.has(found));
}

const singular = (name: string) => name.replace(/s$/, '');

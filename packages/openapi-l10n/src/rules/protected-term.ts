import { factsOf } from '../markdown/facts.ts';
import { bareNames } from './bare-names.ts';
import { spans } from './code-spans.ts';
import { frontMatter } from './front-matter.ts';
import { comparableProse } from './marks.ts';
import { Mentions } from './mentions.ts';
import { compare } from './multiset.ts';
import { HELP } from './name-evidence.ts';
import { datePatterns } from './placeholders.ts';
import { products } from './products.ts';
import { repeated } from './repeated.ts';
import type { Rule } from './rule.ts';
import { nameColumns, tokensIn } from './tokens.ts';

export const protectedTerm: Rule = {
  summary: 'A name, value or path that the translation drops, translates or invents.',
  severity: 'error',
  *pair(pair) {
    const { source, translation, whole, alignment, vocabulary, language, sourceLanguage } = pair;
    const [from, to] = [factsOf(source), factsOf(translation)];
    yield* frontMatter(from.settings, to.settings, pair);
    const [ours, theirs] = [new Mentions(whole.source), new Mentions(whole.translation)];
    if (from.codeSpans.length + to.codeSpans.length > 0) {
      yield* spans(pair, from, to, ours, theirs);
    }

    const columns = nameColumns(from.blocks);
    const names = tokensIn(from.blocks, vocabulary.own, columns, sourceLanguage.headerWords);
    const written = tokensIn(to.blocks, vocabulary.own, columns, language.headerWords);
    yield* bareNames(names, written, ours, theirs, pair);

    const [original, prose] = comparableProse(from, to);
    // Date patterns may use the letters of the reader's language: AAAA-MM-JJ.
    for (const problem of compare(
      datePatterns(original),
      datePatterns(prose),
      'date pattern',
      HELP,
      alignment,
    ))
      yield { ...problem, severity: 'warn' };
    yield* products(pair);
    yield* repeated(source, translation);
  },
};

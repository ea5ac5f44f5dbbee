import { factsOf } from '../markdown/facts.ts';
import { compare } from './multiset.ts';
import type { Rule } from './rule.ts';

export const protectedTerm: Rule = {
  summary: 'A token in code marks that the translation drops, translates or invents.',
  severity: 'error',
  *pair({ source, translation }) {
    yield* compare(
      factsOf(source).codeSpans,
      factsOf(translation).codeSpans,
      'token',
      'Write names, values and paths in code marks exactly as the source does, as often as it does.',
    );
  },
};

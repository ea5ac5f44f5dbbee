import { factsOf } from '../markdown/facts.ts';
import { compare } from './multiset.ts';
import type { Rule } from './rule.ts';

export const link: Rule = {
  summary: 'The target of a link or an image differs; its label may.',
  severity: 'error',
  *pair({ source, translation }) {
    yield* compare(
      factsOf(source).links,
      factsOf(translation).links,
      'link target',
      'Translate the label only, and copy the target. Excuse a target that exists in the other language too.',
    );
  },
};

import { factsOf } from '../markdown/facts.ts';
import { codeBlocks } from './code-blocks.ts';
import { comparableProse } from './marks.ts';
import { compare } from './multiset.ts';
import { placeholders } from './placeholders.ts';
import type { Rule } from './rule.ts';

export const code: Rule = {
  summary: 'A code block or a placeholder that differs.',
  severity: 'error',
  *pair({ source, translation, settings }) {
    const [from, to] = [factsOf(source), factsOf(translation)];
    const [original, prose] = comparableProse(from, to);
    yield* codeBlocks(source, translation, settings.code);
    yield* compare(
      placeholders(original),
      placeholders(prose),
      'placeholder',
      'Write the placeholder exactly as the source does.',
    );
  },
};

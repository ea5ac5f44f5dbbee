import { placeIn } from '../markdown/block.ts';
import { factsOf } from '../markdown/facts.ts';
import type { Rule } from './rule.ts';

export const typography: Rule = {
  summary: "The language's own typography: spaces, quotation marks, apostrophes, capitals.",
  severity: 'warn',
  *pair({ source, translation, language }) {
    const original = factsOf(source).blocks;
    for (const block of factsOf(translation).blocks) {
      for (const { message, offset, length } of language.typography?.(block, original) ?? []) {
        yield { message, help: 'Run "openapi-l10n fix", which mends it.', ...placeIn(block, offset, length) };
      }
    }
  },
};

import { factsOf } from '../markdown/facts.ts';
import type { Rule } from './rule.ts';

export const typography: Rule = {
  summary: "The language's own typography: spaces, quotation marks, apostrophes.",
  severity: 'warn',
  *pair({ translation, language }) {
    for (const { message, offset, length } of language.typography?.(factsOf(translation).prose) ?? []) {
      yield { message, help: 'Run "openapi-l10n fix", which mends it.', offset, length };
    }
  },
};

import { excerpt } from './excerpt.ts';
import type { Rule } from './rule.ts';

export const missing: Rule = {
  summary: 'A text of the contract has no translation.',
  severity: 'error',
  *overlay({ texts, reading }) {
    for (const text of texts) {
      const translation = reading.translations.get(text.pointer);
      if (translation && translation.value.trim() !== '') continue;
      yield {
        message: `No translation of ${String(text.key)}: ${excerpt(text.value)}`,
        help: 'Run "openapi-l10n extract", then write the translation into the "update" of the action.',
        text: [...text.parent, text.key],
      };
    }
  },
};

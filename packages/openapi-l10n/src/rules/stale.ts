import { excerpt } from './excerpt.ts';
import type { Rule } from './rule.ts';

export const stale: Rule = {
  summary: 'The source text has changed since it was translated.',
  severity: 'error',
  *overlay({ reading }) {
    for (const { text, action, key, source, stale: old } of reading.translations.values()) {
      if (source === text.value && old === undefined) continue;
      const at = ['actions', action, 'update', ...key];
      const path = [...text.parent, text.key];
      if (source === undefined) {
        yield {
          message: 'The overlay does not store which text was translated here',
          help: 'Run "openapi-l10n extract" once, which stores the source text next to the translation.',
          at,
          text: path,
          severity: 'warn',
        };
      } else {
        yield {
          message: `The source was ${excerpt(old ?? source)} and is now ${excerpt(text.value)}`,
          help:
            old === undefined
              ? 'Run "openapi-l10n extract", update the translation, and remove its line under x-l10n-stale.'
              : 'Update the translation, then remove its line under x-l10n-stale.',
          at,
          text: path,
        };
      }
    }
  },
};

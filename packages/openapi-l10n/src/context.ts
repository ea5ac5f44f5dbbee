import type { CheckOptions } from './config.ts';
import type { Knowledge } from './judge.ts';
import { languageOf } from './languages/index.ts';
import { type Vocabulary, withNames } from './vocabulary.ts';

/** Puts together what the rules of texts need to know: languages, glossary, names and settings. */
export function contextOf(
  options: CheckOptions,
  vocabulary: Vocabulary,
  language: string | undefined = options.language,
): Knowledge {
  return {
    language: languageOf(language),
    sourceLanguage: languageOf(options.sourceLanguage ?? 'en'),
    glossary: options.glossary,
    vocabulary: withNames(vocabulary, options.names),
    settings: {
      links: options.links ?? {},
      code: { comments: options.code?.comments ?? 'warn', strings: options.code?.strings ?? 'warn' },
    },
  };
}

import type { ParameterName } from './parameters.ts';

/** The contract's own words in one language. */
export interface Words {
  /** What each parameter means, Markdown. */
  readonly parameters: Readonly<Record<ParameterName, string>>;
  /** What each status means, Markdown, by status code. */
  readonly responses: Readonly<Record<string, string>>;
}

/** Loads the words of one language; the other stays on the server. */
export async function loadWords(language: 'en' | 'fr'): Promise<Words> {
  const module =
    language === 'fr' ? await import('../generated/words.fr.ts') : await import('../generated/words.en.ts');
  return module.words;
}

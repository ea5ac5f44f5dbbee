import { createContext, useContext } from 'react';
import type { Locale } from '../i18n/locale.ts';
import { useLoaded } from '../shell/loaded.ts';
import type { ParameterName } from './parameters.ts';

/** The contract's own words in one language. */
export interface Words {
  /** What each parameter means, Markdown. */
  readonly parameters: Readonly<Record<ParameterName, string>>;
  /** What each status means, Markdown, by status code. */
  readonly responses: Readonly<Record<string, string>>;
}

const context = createContext<Words | undefined>(undefined);
export const WordsProvider = context.Provider;

/** The contract's words in the reader's language; undefined until they are here. */
export function useWords(): Words | undefined {
  return useContext(context);
}

/** The words of each language in a file of its own: the other language stays on the server. */
const files: Record<Locale, () => Promise<{ words: Words }>> = {
  en: () => import('../generated/words.en.ts'),
  fr: () => import('../generated/words.fr.ts'),
};

/** Loads the words of a language after the first view. */
export function useLoadedWords(locale: Locale): Words | undefined {
  return useLoaded(files[locale])?.words;
}

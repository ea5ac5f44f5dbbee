import { createContext, useContext } from 'react';
import { words as files } from '../generated/texts.ts';
import type { Locale } from '../i18n/locale.ts';
import { useLoaded } from '../shell/loaded.tsx';
import type { ParameterName } from './parameters.ts';

/** The texts of the contract in one language. */
export interface Words {
  /** The descriptions of parameters, in Markdown. */
  readonly parameters: Readonly<Record<ParameterName, string>>;
  /** The descriptions of responses, in Markdown, by status code. */
  readonly responses: Readonly<Record<string, string>>;
}

const context = createContext<Words | undefined>(undefined);
export const WordsProvider = context.Provider;

/** The texts of the contract in the reader's language; undefined while loading. */
export function useWords(): Words | undefined {
  return useContext(context);
}

/** Loads the texts of a language after the first view. */
export function useLoadedWords(locale: Locale): Words | undefined {
  const load: () => Promise<{ words: Words }> = files[locale];
  return useLoaded(load)?.words;
}

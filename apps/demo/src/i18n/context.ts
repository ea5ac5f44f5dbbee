import { createContext, useContext } from 'react';
import type { Format } from './format.ts';
import type { Locale } from './locale.ts';

/** The reader's language, and how it writes numbers and times. */
export interface Localisation {
  locale: Locale;
  format: Format;
}

const context = createContext<Localisation | undefined>(undefined);
export const LocaleProvider = context.Provider;

/** The reader's language. */
export function useLocale(): Localisation {
  const localisation = useContext(context);
  if (!localisation) throw new Error('useLocale is for components under LocaleProvider.');
  return localisation;
}

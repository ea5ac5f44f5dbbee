import { createContext, useContext } from 'react';
import type { Format } from './format.ts';
import type { Language } from './language.ts';

/** The reader's language, and how it writes numbers and times. */
export interface Tongue {
  language: Language;
  format: Format;
}

const context = createContext<Tongue | undefined>(undefined);
export const TongueProvider = context.Provider;

/** The reader's language. */
export function useTongue(): Tongue {
  const tongue = useContext(context);
  if (!tongue) throw new Error('useTongue is for components under TongueProvider.');
  return tongue;
}

import { createContext, useContext } from 'react';
import type { Words } from '../contract/words.ts';
import type { Format } from './format.ts';
import type { Language } from './language.ts';

/** Everything that depends on the reader's language, but the messages. */
export interface Tongue {
  language: Language;
  format: Format;
  /** The contract's own words. */
  words: Words;
}

const context = createContext<Tongue | undefined>(undefined);
export const TongueProvider = context.Provider;

/** The reader's language. */
export function useTongue(): Tongue {
  const tongue = useContext(context);
  if (!tongue) throw new Error('useTongue is for components under TongueProvider.');
  return tongue;
}

import { createContext, useContext } from 'react';
import type { Catalogue } from './catalogue.ts';

const context = createContext<Catalogue | undefined>(undefined);
export const CatalogueProvider = context.Provider;

/** Apps and segments with their names; undefined until they are here, or where the back end has none. */
export function useCatalogue(): Catalogue | undefined {
  return useContext(context);
}

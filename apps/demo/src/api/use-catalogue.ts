import { createContext, useContext } from 'react';
import type { Catalogue } from './catalogue.ts';

const context = createContext<Catalogue | undefined>(undefined);
export const CatalogueProvider = context.Provider;

/** Named apps and segments; undefined while loading, or if the back end has none. */
export function useCatalogue(): Catalogue | undefined {
  return useContext(context);
}

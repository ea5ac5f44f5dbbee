import { knownApps, knownSegments } from '@session-series/mock/lazy';
import { createContext, useContext } from 'react';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import type { BackEnd } from './config.ts';

const context = createContext<Catalogue | undefined>(undefined);
export const CatalogueProvider = context.Provider;

/** Named apps and segments; undefined while loading, or if the back end has none. */
export function useCatalogue(): Catalogue | undefined {
  return useContext(context);
}

/** Loads the names from the mock in the page, or from the server of the page. @returns undefined if there are none */
export async function loadCatalogue(backEnd: BackEnd): Promise<Catalogue | undefined> {
  if (backEnd.backEnd === 'browser') {
    return { apps: knownApps, segments: knownSegments };
  }
  const response = await fetch('catalogue.json');
  return response.ok ? readCatalogue(await response.json()) : undefined;
}

import { knownApps, knownSegments } from '@session-series/mock/lazy';
import { type Catalogue, readCatalogue } from './catalogue.ts';
import type { BackEnd } from './config.ts';

/** Loads the names from the mock in the page, or from the server of the page. @returns undefined if there are none */
export async function loadCatalogue(backEnd: BackEnd): Promise<Catalogue | undefined> {
  if (backEnd.backEnd === 'browser') {
    return { apps: knownApps, segments: knownSegments };
  }
  const response = await fetch('catalogue.json');
  return response.ok ? readCatalogue(await response.json()) : undefined;
}

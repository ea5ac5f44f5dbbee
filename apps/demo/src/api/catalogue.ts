import type { Config } from './config.ts';

/** An identifier and what people call it. */
export interface Named {
  id: string;
  name: string;
}

/** The apps and segments that the back end knows. Any other identifier may still be one. */
export interface Catalogue {
  apps: readonly Named[];
  segments: readonly Named[];
}

/** Loads the names from the back end. @returns undefined where it has none to tell. */
export async function loadCatalogue({ backEnd, catalogue }: Config): Promise<Catalogue | undefined> {
  switch (backEnd.backEnd) {
    case 'browser': {
      const { knownApps, knownSegments } = await import('@session-series/mock/browser');
      return { apps: knownApps, segments: knownSegments };
    }
    case 'mock': {
      const response = await fetch(`${backEnd.url}/_mock`);
      return readCatalogue(await response.json());
    }
    case 'real':
      return catalogue;
  }
}

/** @returns undefined for what is not a catalogue */
export function readCatalogue(value: unknown): Catalogue | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('apps' in value || 'segments' in value)) return undefined;
  const { apps, segments } = { apps: [], segments: [], ...value };
  if (!Array.isArray(apps) || !Array.isArray(segments)) return undefined;
  return apps.every(isNamed) && segments.every(isNamed) ? { apps, segments } : undefined;
}

function isNamed(value: unknown): value is Named {
  if (typeof value !== 'object' || value === null) return false;
  return 'id' in value && typeof value.id === 'string' && 'name' in value && typeof value.name === 'string';
}

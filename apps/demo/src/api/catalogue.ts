import type { BackEnd } from './config.ts';

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

/** Loads the names: of the mock in the page, or from the server that sent the page. @returns undefined where there are none */
export async function loadCatalogue(backEnd: BackEnd): Promise<Catalogue | undefined> {
  if (backEnd.backEnd === 'browser') {
    const { knownApps, knownSegments } = await import('@session-series/mock/browser');
    return { apps: knownApps, segments: knownSegments };
  }
  const response = await fetch('catalogue.json');
  return response.ok ? readCatalogue(await response.json()) : undefined;
}

/** @returns undefined for what is not a catalogue */
export function readCatalogue(value: unknown): Catalogue | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('apps' in value || 'segments' in value)) return undefined;
  const { apps, segments } = { apps: [], segments: [], ...value };
  if (!Array.isArray(apps) || !Array.isArray(segments)) return undefined;
  const named = (list: { id: string; name: string }[]) => list.map(({ id, name }) => ({ id, name }));
  return apps.every(isNamed) && segments.every(isNamed)
    ? { apps: named(apps), segments: named(segments) }
    : undefined;
}

function isNamed(value: unknown): value is Named {
  if (typeof value !== 'object' || value === null) return false;
  return 'id' in value && typeof value.id === 'string' && 'name' in value && typeof value.name === 'string';
}

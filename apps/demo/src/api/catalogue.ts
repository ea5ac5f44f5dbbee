/** An identifier and its name. */
export interface Named {
  id: string;
  name: string;
}

/** The named apps and segments of the back end. Other identifiers may exist too. */
export interface Catalogue {
  apps: readonly Named[];
  segments: readonly Named[];
}

/** @returns undefined for anything but a catalogue */
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

import { METHODS, member } from './document.ts';
import type { Place, ReportedChange } from './redocly.ts';

/**
 * One change for each operation of a path that is added or removed: users call operations, and know them by their
 * summaries. Any other change is left as it is.
 */
export function byOperation(change: ReportedChange): ReportedChange[] {
  const { path, kind, property, base, revision } = change;
  const isPath = /^#\/paths\/[^/]+$/.test(path) && property === undefined && kind !== 'modified';
  const item = (kind === 'removed' ? base : revision)?.value;
  const methods = isPath ? [...METHODS].filter((method) => member(item, method) !== undefined) : [];
  if (methods.length === 0) return [change];
  const of = (place: Place, method: string): Place => ({ ...place, value: member(place.value, method) });
  return methods.map((method) => ({
    ...change,
    path: `${path}/${method}`,
    typeName: 'Operation',
    ...(base && { base: of(base, method) }),
    ...(revision && { revision: of(revision, method) }),
  }));
}

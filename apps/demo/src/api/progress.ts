/** How far each range is, by the hash of its query. */
import { useSyncExternalStore } from 'react';

const shares = new Map<string, number>();
const listeners = new Set<() => void>();

/** @param share from 0 to 1 */
export function noteProgress(query: string, share: number): void {
  shares.set(query, share);
  for (const listener of listeners) listener();
}

/** Mean share of some ranges, from 0 to 1. */
export function useProgress(queries: readonly string[]): number {
  return useSyncExternalStore(subscribe, () => {
    const sum = queries.reduce((all, query) => all + (shares.get(query) ?? 0), 0);
    return queries.length === 0 ? 0 : sum / queries.length;
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

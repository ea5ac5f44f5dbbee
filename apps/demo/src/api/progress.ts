/** How far each long range is, by the key of its query. */
import { useSyncExternalStore } from 'react';

const shares = new Map<string, number>();
const listeners = new Set<() => void>();

/** @param share from 0 to 1; `undefined` when the query has ended. */
export function setProgress(key: string, share: number | undefined): void {
  if (share === undefined) shares.delete(key);
  else shares.set(key, share);
  for (const listener of listeners) listener();
}

/** Mean share of what is under way, from 0 to 1; undefined when nothing long is. */
export function useProgress(): number | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => {
      if (shares.size === 0) return undefined;
      let sum = 0;
      for (const share of shares.values()) sum += share;
      return sum / shares.size;
    },
  );
}

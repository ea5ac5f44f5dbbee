import { useEffect, useSyncExternalStore } from 'react';
import { useStableValue } from '../shell/value-hooks.ts';
import { type Load, type SeriesState, SeriesStore } from './series-store.ts';

/** All series of the page. */
export const store = new SeriesStore();

/** A series to show. */
export interface Wanted {
  /** Equal for equal series. */
  key: string;
  load: Load;
}

/** Fetches series while they are shown. @returns their states, in the same order */
export function useLoadedSeries(wanted: readonly Wanted[]): SeriesState[] {
  useSyncExternalStore(store.subscribe, store.version);
  const stable = useStableValue(
    wanted.map(({ key }) => key),
    () => wanted,
  );
  useEffect(() => {
    const releases = stable.map(({ key, load }) => store.use(key, load));
    return () => {
      for (const release of releases) release();
    };
  }, [stable]);
  return wanted.map(({ key }) => store.state(key));
}

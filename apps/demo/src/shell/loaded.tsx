import { type ComponentType, useEffect, useState } from 'react';

/** Loaded values by their function, which are available immediately when they are shown again. */
const loadedBy = new WeakMap<() => Promise<unknown>, unknown>();

/** The result of a loading function; undefined while loading. If the network is down, it retries when it is back. */
export function useLoaded<Thing>(load: () => Promise<Thing>): Thing | undefined {
  const [loaded, setLoaded] = useState<{ by: typeof load; thing: Thing } | undefined>(() =>
    // The cast: only this function's own result is under it.
    loadedBy.has(load) ? { by: load, thing: loadedBy.get(load) as Thing } : undefined,
  );
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    const attempt = () =>
      load().then(
        (thing) => {
          loadedBy.set(load, thing);
          if (!signal.aborted) setLoaded({ by: load, thing });
        },
        () => window.addEventListener('online', attempt, { once: true, signal }),
      );
    void attempt();
    return () => gone.abort();
  }, [load]);
  return loaded?.by === load ? loaded.thing : undefined;
}

interface LazyPanelProps<Props> {
  /** Loads the file whose default export is the component. */
  file: () => Promise<{ default: ComponentType<Props> }>;
  props: Props;
}

/** A lazily loaded component; renders nothing while loading. */
export function LazyPanel<Props extends object>({ file, props }: LazyPanelProps<Props>) {
  const module = useLoaded(file);
  return module && <module.default {...props} />;
}

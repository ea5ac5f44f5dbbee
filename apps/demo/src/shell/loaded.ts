import { useEffect, useState } from 'react';

/** What a function loads; undefined until it is here. Without a network it waits for the next one. */
export function useLoaded<Thing>(load: () => Promise<Thing>): Thing | undefined {
  const [loaded, setLoaded] = useState<{ by: typeof load; thing: Thing }>();
  useEffect(() => {
    const gone = new AbortController();
    const { signal } = gone;
    const attempt = () =>
      load().then(
        (thing) => signal.aborted || setLoaded({ by: load, thing }),
        () => window.addEventListener('online', attempt, { once: true, signal }),
      );
    void attempt();
    return () => gone.abort();
  }, [load]);
  return loaded?.by === load ? loaded.thing : undefined;
}

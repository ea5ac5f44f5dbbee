import { useEffect, useState } from 'react';

/** The result of a loading function; undefined while loading. If the network is down, it retries when it is back. */
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

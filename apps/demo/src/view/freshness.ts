import { useEffect } from 'react';

/** How often an open page refreshes units in progress, in milliseconds. */
const freshFor = 5 * 60_000;
const refreshInterval = 30_000;

/**
 * Updates the current time while the page is visible.
 *
 * @param now epoch milliseconds
 * @param setNow is called with a newer one; must keep its identity.
 */
export function useFreshness(isFollowed: boolean, now: number, setNow: (now: number) => void): void {
  useEffect(() => {
    if (!isFollowed) return undefined;
    const follow = () => {
      if (document.visibilityState === 'visible' && Date.now() - now >= freshFor) setNow(Date.now());
    };
    const timer = setInterval(follow, refreshInterval);
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', follow);
    };
  }, [isFollowed, now, setNow]);
}

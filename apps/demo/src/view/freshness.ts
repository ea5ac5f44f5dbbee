import { useEffect } from 'react';

/** A page that stays open asks again for what is in progress this often, in milliseconds. */
const freshFor = 5 * 60_000;
const lookEvery = 30_000;

/**
 * Makes the time that stands for now follow the clock, while the page is looked at.
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
    const timer = setInterval(follow, lookEvery);
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', follow);
    };
  }, [isFollowed, now, setNow]);
}

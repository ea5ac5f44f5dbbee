import type { RequestFacts } from './errors.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { Semaphore } from './semaphore.ts';
import { delay, withTimeout } from './timing.ts';
import type { Scheduler } from './with-retry.ts';

/** What the calls of a client and of clients derived from it share. */
export interface Shared {
  readonly limiter: RateLimiter;
  readonly semaphore: Semaphore;
}

/**
 * Makes the scheduler of a client: attempts wait for the rate limit, then for a free place.
 *
 * @param isThrottled whether they wait for the rate limit.
 * @param onWait called before such a wait.
 */
export function schedulerOf(
  { limiter, semaphore }: Shared,
  isThrottled: boolean,
  onWait: (request: RequestFacts, delay: number) => void,
): Scheduler {
  return {
    update: (limits) => limiter.update(limits),
    async run(attempt, { request, signal, end, maxRetryDelay, timeoutError }) {
      const now = Date.now();
      const wait = limiter.delay(now, isThrottled ? Math.min(maxRetryDelay, end - now) : 0);
      try {
        if (wait > 0) {
          onWait(request, wait);
          await delay(wait, signal);
        }
        if (!semaphore.tryAcquire()) {
          const acquire = (ended: AbortSignal) => semaphore.acquire(ended);
          await withTimeout(end - Date.now(), signal, timeoutError, acquire);
        }
        try {
          return await attempt();
        } finally {
          semaphore.release();
        }
      } finally {
        limiter.settled();
      }
    },
  };
}

/**
 * Slows a client down before it hits the rate limit.
 *
 * @module @session-series/client/throttle
 */
import { RateLimiter } from './rate-limiter.ts';
import type { Credential } from './security.ts';
import { delay } from './timing.ts';
import type { Scheduler } from './with-retry.ts';

export type { ResponseLimits } from './rate-limit.ts';
export type { Limits } from './retry.ts';
export type { RetryContext, Scheduler, Turn } from './with-retry.ts';

/** Returns the scheduler for requests with a key to a target; the value of the option `throttle`. */
export type Throttle = (baseUrl: string, apiKey: Credential) => Scheduler;

/**
 * Slows requests down when less than 1 % of the rate limit is left, so that it lasts until the reset. No request waits longer than
 * its `maxRetryDelay`. Clients with the same target and key that share a throttle count together.
 *
 * @example
 * const client = createClient({ instance: 'EU-01', apiKey, throttle: createThrottle() });
 */
export function createThrottle(): Throttle {
  const schedulers = new Map<Credential, Map<string, Scheduler>>();
  return (baseUrl, apiKey) => {
    const own = schedulers.get(apiKey) ?? new Map<string, Scheduler>();
    const scheduler = own.get(baseUrl) ?? schedulerOf(new RateLimiter());
    schedulers.set(apiKey, own.set(baseUrl, scheduler));
    return scheduler;
  };
}

function schedulerOf(limiter: RateLimiter): Scheduler {
  return {
    update: (limits) => limiter.update(limits),
    async run(attempt, { request, end, context: { maxRetryDelay, signal, onWait } }) {
      const now = Date.now();
      const wait = limiter.delay(now, Math.min(maxRetryDelay, end - now));
      try {
        const { rateLimit } = limiter;
        if (wait > 0 && rateLimit) {
          await onWait?.({ ...request, delay: wait, rateLimit });
          await delay(wait, signal);
        }
        return await attempt();
      } finally {
        limiter.settled();
      }
    },
  };
}

import { deadline } from './deadline.ts';
import { type RequestFacts, SessionSeriesError, TimeoutError } from './errors.ts';
import type { Pace } from './pace.ts';
import { pauseAfter, type RetryPolicy } from './retry.ts';
import { sleep } from './sleep.ts';

/** Hears of each try that failed and is made again. It never hears a key. */
export interface Logger {
  warn(message: string): void;
}

/**
 * Makes a call, and makes it again where that is worth it, within the limits of the policy.
 *
 * @param once sends the request one time; its signal ends with the try.
 * @param request what errors say about the request; `once` may fill in the URL.
 * @throws {SessionSeriesError} the last try's, with the number of tries.
 * @throws the signal's reason, when the call is aborted.
 */
export async function tryAgain<Answer>(
  once: (signal: AbortSignal) => Promise<Answer>,
  request: RequestFacts,
  policy: RetryPolicy & { logger?: Logger },
  pace: Pace,
  signal?: AbortSignal,
): Promise<Answer> {
  signal?.throwIfAborted();
  const end = Date.now() + policy.totalTimeout;
  for (let tries = 1; ; tries++) {
    await pauseWithin(pace.pause(Date.now()));
    const limit = Math.min(policy.timeout, end - Date.now());
    const one = deadline(limit, signal);
    try {
      return await once(one.signal);
    } catch (thrown) {
      signal?.throwIfAborted();
      const error = one.expired
        ? new TimeoutError(`no whole answer within ${limit} ms`, request, { cause: thrown })
        : thrown;
      if (!(error instanceof SessionSeriesError)) throw error;
      error.tries = tries;
      const pause = pauseAfter(error, tries, policy, Date.now(), Math.random());
      if (pause === undefined || Date.now() >= end) throw error;
      policy.logger?.warn(`${error.message} Trying again in ${Math.round(pause)} ms.`);
      await pauseWithin(pause, error);
    } finally {
      one.release();
    }
  }

  /** Pauses; when time runs out meanwhile, the last error says more than a time-out would. */
  async function pauseWithin(milliseconds: number, error?: SessionSeriesError): Promise<void> {
    if (milliseconds <= 0) return;
    const left = end - Date.now();
    await sleep(Math.min(milliseconds, left), signal);
    if (milliseconds >= left) {
      throw error ?? new TimeoutError(`no request within ${policy.totalTimeout} ms`, request);
    }
  }
}

import type { Exchange } from './ask.ts';
import { SessionSeriesError, TimeoutError } from './errors.ts';
import type { Pace } from './pace.ts';
import { pauseAfter, type RetryPolicy } from './retry.ts';
import type { SessionsSeries } from './series.ts';
import { within } from './within.ts';

/** Hears of each try that failed and is made again. It never hears a key. */
export interface Logger {
  /** Hears what went wrong, and in how many milliseconds the next try is made. */
  warn(message: string): void;
}

/**
 * Makes a call, and makes it again where that is worth it, within the limits of the policy.
 *
 * @param once sends the request one time; its signal ends with the try.
 * @param exchange what the tries tell of the request and its answer.
 * @throws {@link SessionSeriesError} the last try's, with the number of tries.
 * @throws the signal's reason, when the call is aborted.
 */
export async function tryAgain(
  once: (signal: AbortSignal) => Promise<SessionsSeries>,
  exchange: Exchange,
  policy: RetryPolicy & { logger?: Logger | undefined; signal?: AbortSignal | undefined },
  pace: Pace,
): Promise<SessionsSeries> {
  const { timeout = 30_000, totalTimeout = 120_000, logger, signal } = policy;
  const late = (limit: number) => new TimeoutError(`no answer within ${limit} ms`, exchange.request);
  let now = Date.now();
  // No timer can hold more.
  const end = now + Math.min(totalTimeout, 2 ** 31 - 1);
  let error: SessionSeriesError | undefined;
  let wait = 0;
  for (let attempts = 1; ; attempts++) {
    signal?.throwIfAborted();
    wait = Math.max(wait, pace.pause(now));
    // A pause that does not fit is not begun.
    if (wait >= end - now) throw error ?? late(totalTimeout);
    if (error) logger?.warn(`${error.message} Again in ${Math.round(wait)} ms.`);
    if (wait > 0) await within(wait, signal);
    const limit = Math.min(timeout, end - now - wait);
    try {
      return await within(limit, signal, () => late(limit), once);
    } catch (thrown) {
      if (!(thrown instanceof SessionSeriesError)) throw thrown;
      error = thrown;
      error.attempts = attempts;
      now = Date.now();
      wait = pauseAfter(error, attempts, policy, now, Math.random());
    }
  }
}

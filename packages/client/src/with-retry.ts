import { type RequestFacts, SessionSeriesError, TimeoutError } from './errors.ts';
import type { Hooks } from './hooks.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { decideRetry, type Limits, seconds } from './retry.ts';
import type { Semaphore } from './semaphore.ts';
import { delay, withTimeout } from './timing.ts';

/** The limits of a call, and the state shared by the calls of its client. */
export interface RetryContext extends Pick<Hooks, 'onRetry'>, Limits {
  readonly signal?: AbortSignal | undefined;
  /** Delays requests when little of the rate limit is left. */
  readonly limiter?: RateLimiter | undefined;
  /** Called before a delay of the limiter. */
  readonly onWait?: ((request: RequestFacts, delay: number) => void) | undefined;
  /** Limits the requests at the same time. */
  readonly semaphore?: Semaphore | undefined;
}

/**
 * Makes an attempt, and retries when that can help, within the limits of the context.
 *
 * @param attemptOnce sends the request; its signal ends with the attempt.
 * @throws SessionSeriesError the error of the last attempt, with the number of attempts.
 * @throws the signal's reason, when the call is aborted.
 */
export async function withRetry<Value>(
  attemptOnce: (attempt: number, signal: AbortSignal) => Promise<Value>,
  facts: RequestFacts,
  context: RetryContext,
): Promise<Value> {
  const { signal, semaphore, limiter, timeout, totalTimeout, maxRetryDelay } = context;
  const end = Date.now() + totalTimeout;
  let attempts = 0;
  const timeoutError = (limit: 'timeout' | 'totalTimeout') => () =>
    new TimeoutError(`no response within ${limit} (${seconds(context[limit])})`, facts);
  const attempt = async () => {
    if (semaphore && !semaphore.tryAcquire()) {
      await withTimeout(end - Date.now(), signal, timeoutError('totalTimeout'), (ended) =>
        semaphore.acquire(ended),
      );
    }
    try {
      const rest = end - Date.now();
      const [limit, name] = timeout < rest ? [timeout, 'timeout' as const] : [rest, 'totalTimeout' as const];
      attempts++;
      return await withTimeout(limit, signal, timeoutError(name), (ended) => attemptOnce(attempts, ended));
    } finally {
      semaphore?.release();
    }
  };

  for (;;) {
    try {
      if (signal?.aborted) throw signal.reason;
      const now = Date.now();
      const wait = limiter?.delay(now, Math.min(maxRetryDelay, end - now)) ?? 0;
      try {
        if (wait > 0) {
          context.onWait?.(facts, wait);
          await delay(wait, signal);
        }
        return await attempt();
      } finally {
        limiter?.settled();
      }
    } catch (thrown) {
      if (signal?.aborted) throw signalError(signal, facts, attempts);
      if (!(thrown instanceof SessionSeriesError)) throw thrown;
      thrown.attempts = attempts;
      const now = Date.now();
      const decision = decideRetry(thrown, context, { attempts, now, random: Math.random() });
      if ('stop' in decision) throw explain(thrown, decision.stop);
      if (now >= end) throw thrown;
      if (decision.delay >= end - now) {
        const [pause, limit] = [decision.delay, totalTimeout].map(seconds);
        throw explain(thrown, `not retried: a delay of ${pause} does not fit into totalTimeout (${limit})`);
      }
      const maxAttempts = context.maxRetries + 1;
      await context.onRetry?.({ error: thrown, attempt: attempts + 1, maxAttempts, delay: decision.delay });
      await delay(decision.delay, signal);
    }
  }
}

/**
 * The reason of an abort. That of `AbortSignal.timeout` is replaced with a {@link TimeoutError}, which describes the
 * request.
 */
function signalError(signal: AbortSignal, facts: RequestFacts, attempts: number): unknown {
  const reason: unknown = signal.reason;
  if (Object(reason).name !== 'TimeoutError' || reason instanceof SessionSeriesError) return reason;
  const error = new TimeoutError('no response within the time of the AbortSignal', facts, { cause: reason });
  error.attempts = attempts;
  return error;
}

/** Extends a message, and the stack that repeats it. */
function explain(error: SessionSeriesError, reason: string): SessionSeriesError {
  if (reason === '') return error;
  // Read first: some platforms create it from the message on access.
  const { message, stack } = error;
  error.message = `${message}; ${reason}`;
  if (stack !== undefined) error.stack = stack.replace(message, () => error.message);
  return error;
}

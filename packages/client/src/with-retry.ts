import { type RequestFacts, SessionSeriesError, TimeoutError } from './errors.ts';
import type { CallHooks, Hooks } from './hooks.ts';
import type { ResponseLimits } from './rate-limit.ts';
import { type Limits, retryDelayOf, seconds } from './retry.ts';
import { delay, withTimeout } from './timing.ts';

/** The limits of a call, and what schedules it. */
export interface RetryContext extends Pick<Hooks, 'onWait'>, Limits {
  readonly signal?: AbortSignal | undefined;
  readonly hooks?: CallHooks | undefined;
  /** Makes an attempt when its turn comes; immediately when missing. */
  readonly run?: Scheduler['run'] | undefined;
}

/** Lets the attempts of several calls take turns. */
export interface Scheduler {
  /** Makes an attempt when its turn comes. */
  run<Value>(attempt: () => Promise<Value>, turn: Turn): Promise<Value>;
  /** Receives the limits in a response. */
  update(limits: ResponseLimits): void;
}

/** What an attempt waits for its turn with. */
export interface Turn {
  readonly request: RequestFacts;
  /** When the call ends, in milliseconds since the epoch. */
  readonly end: number;
  /** Makes the error for an exceeded limit. */
  readonly timeoutError: (limit: 'timeout' | 'totalTimeout') => Error;
  readonly context: RetryContext;
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
  request: RequestFacts,
  context: RetryContext,
): Promise<Value> {
  const { signal, run, timeout, totalTimeout, maxRetries, maxRetryDelay } = context;
  const end = Date.now() + totalTimeout;
  let attempts = 0;
  const timeoutError = (limit: 'timeout' | 'totalTimeout') =>
    new TimeoutError(`no response within ${limit} (${seconds(context[limit])})`, request);
  const attempt = () => {
    const rest = end - Date.now();
    return withTimeout(
      Math.min(timeout, rest),
      signal,
      () => timeoutError(timeout < rest ? 'timeout' : 'totalTimeout'),
      (ended) => attemptOnce(++attempts, ended),
    );
  };
  const turn = { request, end, context, timeoutError };

  for (;;) {
    try {
      return await (run ? run(attempt, turn) : attempt());
    } catch (error) {
      if (signal?.aborted) throw abortError(signal, request, attempts);
      if (!(error instanceof SessionSeriesError)) throw error;
      error.attempts = attempts;
      const now = Date.now();
      const wait = retryDelayOf(error, context, now);
      if (wait === undefined || now >= end) throw error;
      const exceeded =
        wait > maxRetryDelay ? 'maxRetryDelay' : now + wait >= end ? 'totalTimeout' : undefined;
      if (exceeded) {
        // Read first: some platforms create the stack from the message on access.
        const { message, stack } = error;
        const limit = `${exceeded} (${seconds(context[exceeded])})`;
        error.message += `; not retried: a delay of ${seconds(wait)} does not fit into ${limit}`;
        error.stack = String(stack).replace(message, () => error.message);
        throw error;
      }
      await context.hooks?.retry(error, wait, maxRetries);
      await delay(wait, signal);
    }
  }
}

/** The reason of an abort. That of `AbortSignal.timeout` is replaced with a {@link TimeoutError}, which describes the request. */
function abortError({ reason }: AbortSignal, request: RequestFacts, attempts: number): unknown {
  if (Object(reason).name !== 'TimeoutError') return reason;
  return new TimeoutError('no response within the time of the AbortSignal', request, {
    cause: reason,
    attempts,
  });
}

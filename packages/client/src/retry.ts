import type { HttpError, SessionSeriesError } from './errors.ts';

/**
 * How often and how long a call is tried. All durations are in milliseconds; none is longer than 2,147,483,647, some 24 days.
 * What is set for one call wins over what is set for the client.
 */
export interface RetryPolicy {
  /**
   * Tries after the first one: a whole number, 0 or more. Only 429, 5XX, network errors and time-outs are tried again.
   *
   * @default 3
   */
  maxRetries?: number | undefined;
  /**
   * The longest pause before the second try; it doubles with each further one, and the pause is drawn between 0 and it. A
   * pause that the server asks for goes before.
   *
   * @default 500
   */
  initialRetryDelay?: number | undefined;
  /**
   * The longest pause of all. When the server asks for a longer one, by `Retry-After` or the reset of a 429, the call ends
   * with its error instead.
   *
   * @default 60_000
   */
  maxRetryDelay?: number | undefined;
  /**
   * Time for one try, from sending the request to the end of the body. `Infinity` for no limit but the next one.
   *
   * @default 30_000
   */
  timeout?: number | undefined;
  /**
   * Time for the whole call, pauses included. A pause that would not fit is not begun: the last error is thrown at once.
   *
   * @default 120_000
   */
  totalTimeout?: number | undefined;
}

// NetworkError, TimeoutError, RateLimitError and ServerError.
const worthAnotherTry = /^(Net|Time|Rate|Serv)/;

/**
 * The pause before the next try, in milliseconds.
 *
 * The instant that the server asked to wait for wins; without one, or when it is past, it is exponential backoff with full
 * jitter. A pure function of its arguments.
 *
 * @param attempts how many tries have failed.
 * @param now the time, in milliseconds since the epoch.
 * @param random from 0 to below 1.
 * @throws {@link SessionSeriesError} the error itself, when there must be no other try.
 */
export function pauseAfter(
  error: SessionSeriesError,
  attempts: number,
  { maxRetries = 3, initialRetryDelay = 500, maxRetryDelay = 60_000 }: RetryPolicy,
  now: number,
  random: number,
): number {
  const wait = Number((error as Partial<HttpError>).retryAfter) - now;
  const pause = wait > 0 ? wait : random * Math.min(maxRetryDelay, initialRetryDelay * 2 ** (attempts - 1));
  if (attempts > maxRetries || pause > maxRetryDelay || !worthAnotherTry.test(error.name)) throw error;
  return pause;
}

import type { HttpError, SessionSeriesError } from './errors.ts';

/** How often and how long a call is tried. All durations are in milliseconds. */
export interface RetryPolicy {
  /** Tries after the first one. Default: 3. */
  retries?: number | undefined;
  /** The longest pause before the second try; it doubles with each further one. Default: 500. */
  backoff?: number | undefined;
  /** The longest pause of all, whatever the server asks for: a longer one ends the call. Default: 60,000. */
  maxPause?: number | undefined;
  /** Time for one try, body included. Default: 30,000. */
  timeout?: number | undefined;
  /** Time for the whole call, pauses included. Default: 120,000. */
  totalTimeout?: number | undefined;
}

const worthAnotherTry = /^(Net|Time|Rate|Serv)/;

/**
 * The pause before the next try, in milliseconds.
 *
 * The instant that the server asked to wait for wins; without one, or when it is past, it is exponential backoff with full
 * jitter. A pure function of its arguments.
 *
 * @param tries how many tries have failed.
 * @param now the time, in milliseconds since the epoch.
 * @param random from 0 to below 1.
 * @throws {SessionSeriesError} the error itself, when there must be no other try.
 */
export function pauseAfter(
  error: SessionSeriesError,
  tries: number,
  { retries = 3, backoff = 500, maxPause = 60_000 }: RetryPolicy,
  now: number,
  random: number,
): number {
  const wait = Number((error as Partial<HttpError>).retryAfter ?? 0) - now;
  const pause = wait > 0 ? wait : random * Math.min(maxPause, backoff * 2 ** (tries - 1));
  if (tries > retries || pause > maxPause || !worthAnotherTry.test(error.name)) throw error;
  return pause;
}

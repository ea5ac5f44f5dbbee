import { RateLimitedError, type SessionSeriesError } from './errors.ts';

/** How often and how long a call is tried. All durations are in milliseconds. */
export interface RetryPolicy {
  /** Tries after the first one. Default: 3. */
  retries: number;
  /** The longest pause before the second try; it doubles with each further one. Default: 500. */
  backoff: number;
  /** The longest pause of all, whatever the server asks for: a longer one ends the call. Default: 60,000. */
  maxPause: number;
  /** Time for one try, body included. Default: 30,000. */
  timeout: number;
  /** Time for the whole call, pauses included. Default: 120,000. */
  totalTimeout: number;
}

/** What holds unless told otherwise. */
export const defaultRetryPolicy: RetryPolicy = {
  retries: 3,
  backoff: 500,
  maxPause: 60_000,
  timeout: 30_000,
  totalTimeout: 120_000,
};

const worthAnotherTry = new Set(['network', 'timeout', 'rate-limited', 'server']);

/**
 * The pause before the next try, in milliseconds; `undefined` when there must be none.
 *
 * `Retry-After` (RFC 9110, 10.2.3) wins, then `X-RateLimit-Reset` of a 429, then exponential backoff with full
 * jitter. A pure function of its arguments.
 *
 * @param tries how many tries have failed.
 * @param now the time, in milliseconds since the epoch.
 * @param random from 0 to below 1.
 */
export function pauseAfter(
  error: SessionSeriesError,
  tries: number,
  policy: RetryPolicy,
  now: number,
  random: number,
): number | undefined {
  if (tries > policy.retries || !worthAnotherTry.has(error.kind)) return undefined;
  const asked = error.retryAfter ?? (error instanceof RateLimitedError ? error.rateLimit?.reset : undefined);
  const wait = (asked?.getTime() ?? 0) - now;
  const pause = wait > 0 ? wait : random * Math.min(policy.maxPause, policy.backoff * 2 ** (tries - 1));
  return pause > policy.maxPause ? undefined : pause;
}

/** The instant that `Retry-After` names, in seconds from now or as an HTTP date; `undefined` if it names none. */
export function retryAfterOf(headers: Headers, now: number): Date | undefined {
  const text = headers.get('Retry-After') ?? '';
  const time = /^\d{1,9}$/.test(text) ? now + Number(text) * 1000 : Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time);
}

import type { InvalidResponseError, SessionSeriesError } from './errors.ts';
import type { HttpError } from './http-errors.ts';

/**
 * Retries and timeouts. All durations are in milliseconds. Options of a call override those of the client; `undefined` means not
 * set.
 */
export interface RetryPolicy {
  /**
   * Attempts after the first one: 0 or more. 408, 425, 429, 5XX other than 501 and 505, network errors, timeouts
   * and unreadable bodies are retried.
   *
   * @default 3
   */
  maxRetries?: number | undefined;
  /**
   * Ceiling of the delay before the second attempt. It doubles with each further attempt, and the delay is random, between 0 and
   * the ceiling. A delay requested by the server takes precedence.
   *
   * @default 500
   */
  initialRetryDelay?: number | undefined;
  /**
   * Longest delay. If the server requests a longer one, by `Retry-After` or the reset of a 429, the call ends with its error.
   *
   * @default 60_000
   */
  maxRetryDelay?: number | undefined;
  /**
   * Timeout of one attempt, from sending the request to the end of the body: 1 or more; `Infinity` for no limit other than
   * `totalTimeout`.
   *
   * @default 30_000
   */
  timeout?: number | undefined;
  /**
   * Timeout of the whole call, including delays: 1 or more. If a delay does not fit, the call ends with its last error.
   *
   * @default 120_000
   */
  totalTimeout?: number | undefined;
  /**
   * Retry POST and PATCH too. Only safe when the server recognizes a repeated request.
   *
   * @default false
   */
  retryNonIdempotent?: boolean | undefined;
}

/** A complete policy. */
export type Limits = { readonly [Name in keyof RetryPolicy]-?: NonNullable<RetryPolicy[Name]> };

/** The default policy. */
export const defaultLimits: Limits = {
  maxRetries: 3,
  initialRetryDelay: 500,
  maxRetryDelay: 60_000,
  timeout: 30_000,
  totalTimeout: 120_000,
  retryNonIdempotent: false,
};

/** Merges two objects; `undefined` overrides nothing. */
export function mergeOptions<Base extends object, Over extends object>(base: Base, over: Over): Base & Over {
  const given = Object.entries(over).filter(([, value]) => value !== undefined);
  // Each property has one of the two types.
  return { ...base, ...Object.fromEntries(given) } as Base & Over;
}

// All others are idempotent (RFC 9110, 9.2.2).
const nonIdempotentMethods = /POST|PATCH/;
const retryableStatus = /408|425|429|5(?!01|05)../;

/** An error with what a decision depends on. */
type FailedAttempt = SessionSeriesError &
  Partial<Pick<HttpError, 'status' | 'retryAfter'> & Pick<InvalidResponseError, 'isUnreadable'>>;

/**
 * Decides when to retry: exponential backoff with full jitter, but not before the instant requested by the server, even if that
 * is later than the policy allows.
 *
 * @param now milliseconds since the epoch.
 * @returns milliseconds from now; `undefined` when there should be no further attempt.
 */
export function retryDelayOf(error: FailedAttempt, policy: Limits, now: number): number | undefined {
  const { maxRetries, initialRetryDelay, maxRetryDelay, retryNonIdempotent } = policy;
  const isRepeatable = retryNonIdempotent || !nonIdempotentMethods.test(error.request.method);
  // Errors without a response have no status.
  const { attempts, status = 500, isUnreadable = retryableStatus.test(`${status}`), retryAfter } = error;
  if (!isUnreadable || !isRepeatable || attempts > maxRetries) return undefined;
  const asked = Math.max(Number(retryAfter ?? now) - now, 0);
  if (asked > maxRetryDelay) return asked;
  // Many clients wait for the same instant, so each adds a random delay.
  const ceiling = initialRetryDelay * (asked ? 1 : 2 ** (attempts - 1));
  return Math.min(maxRetryDelay, asked + Math.random() * Math.min(maxRetryDelay, ceiling));
}

/** A duration for messages: in seconds, rounded. */
export function seconds(milliseconds: number): string {
  return `${Number((milliseconds / 1000).toPrecision(3))} s`;
}

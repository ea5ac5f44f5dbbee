import { InvalidResponseError, type SessionSeriesError } from './errors.ts';
import { HttpError } from './http-errors.ts';

/**
 * Retries and timeouts. All durations are in milliseconds. Options of a call override those of the client; `undefined` means not
 * set.
 */
export interface RetryPolicy {
  /**
   * Attempts after the first one: a whole number, 0 or more. 408, 425, 429, 5XX other than 501 and 505, network errors, timeouts
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
   * Timeout of one attempt, from sending the request to the end of the body. `Infinity` for no limit other than `totalTimeout`.
   *
   * @default 30_000
   */
  timeout?: number | undefined;
  /**
   * Timeout of the whole call, including delays. If a delay does not fit, the call ends with its last error.
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
export function mergeOptions<Base extends object, Over extends object>(
  base: Base,
  over: Over | undefined,
): Base & Over {
  const given = Object.entries(over ?? {}).filter(([, value]) => value !== undefined);
  // Each property has one of the two types.
  return { ...base, ...Object.fromEntries(given) } as Base & Over;
}

/** The decision after a failed attempt: the delay before the next one, or why there is none. */
export type RetryDecision = { readonly delay: number } | { readonly stop: string };

// RFC 9110, 9.2.2.
const idempotentMethods = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE'];
const finalServerErrors = [501, 505];
const retryableClientErrors = [408, 425, 429];

/** What a decision depends on, in addition to the error and the policy. */
interface Moment {
  /** How many attempts have failed. */
  readonly attempts: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** From 0 to below 1. */
  readonly random: number;
}

/**
 * Decides whether and when to retry: exponential backoff with full jitter, but not before the instant requested by the server.
 * A pure function.
 */
export function decideRetry(
  error: SessionSeriesError,
  policy: Pick<Limits, 'maxRetries' | 'initialRetryDelay' | 'maxRetryDelay' | 'retryNonIdempotent'>,
  { attempts, now, random }: Moment,
): RetryDecision {
  const { maxRetries, initialRetryDelay, maxRetryDelay, retryNonIdempotent } = policy;
  const isRepeatable = retryNonIdempotent || idempotentMethods.includes(error.request.method);
  if (!isRetryable(error) || !isRepeatable || attempts > maxRetries) return { stop: '' };
  const ceiling = Math.min(maxRetryDelay, initialRetryDelay * 2 ** (attempts - 1));
  const asked = error instanceof HttpError && error.retryAfter ? error.retryAfter.getTime() - now : 0;
  if (asked > maxRetryDelay) {
    return {
      stop: `not retried: the server asks to wait ${seconds(asked)}, more than maxRetryDelay (${seconds(maxRetryDelay)})`,
    };
  }
  // Many clients wait for the same instant, so each adds a random delay.
  if (asked > 0) return { delay: Math.min(maxRetryDelay, asked + random * initialRetryDelay) };
  return { delay: random * ceiling };
}

function isRetryable(error: SessionSeriesError): boolean {
  if (error instanceof InvalidResponseError) return error.isUnreadable;
  if (!(error instanceof HttpError)) return true;
  const { status } = error;
  return status >= 500 ? !finalServerErrors.includes(status) : retryableClientErrors.includes(status);
}

/** A duration for messages: rounded, with thousands separators. */
export function seconds(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  return `${(Math.round(milliseconds / 100) / 10).toLocaleString('en')} s`;
}

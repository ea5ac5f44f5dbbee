import type { ReadableHeaders } from './operation.ts';

/** The state of the rate limit, from the response headers. */
export interface RateLimit {
  /** Requests allowed in the current window. */
  limit: number;
  /** Requests left in the current window. */
  remaining: number;
  /** When the window ends, by the server's clock. */
  reset: Date;
}

/** What the headers of a response say about when to send the next request. */
export interface Limits {
  readonly rateLimit: RateLimit | undefined;
  /** When the rate limit resets, by this machine's clock, in milliseconds since the epoch. */
  readonly resetAt: number;
  /** When another attempt makes sense, by this machine's clock: the instant of `Retry-After`, otherwise the reset of a 429. */
  retryAfter(): Date | undefined;
}

/**
 * Reads the rate limit, which counts when all three headers are whole numbers, and `Retry-After` (RFC 9110, 10.2.3), of which the
 * longest wait counts. With a clock that is minutes off, delays would be minutes too long or missing, so the `Date` header is read
 * as well.
 *
 * @param now when the headers arrived, in milliseconds since the epoch.
 */
export function readLimits({ status, headers }: LimitedResponse, now: number): Limits {
  const read = (name: string) => headers.get(name) ?? '';
  const number = (name: string) => wholeNumber(read(`x-ratelimit-${name}`));
  const [limit, remaining, reset] = [number('limit'), number('remaining'), number('reset') * 1000];
  const rateLimit = limit + remaining + reset >= 0 ? { limit, remaining, reset: new Date(reset) } : undefined;
  // How far the server's clock is ahead.
  const skew = (latestDate(read('date')) || now) - now;
  const resetAt = reset - skew;
  // Only errors need it.
  const retryAfter = () => {
    const asked = read('retry-after');
    const seconds = Math.max(...asked.split(',').map(wholeNumber));
    // What is missing is NaN.
    const next = now + seconds * 1000 || latestDate(asked) - skew || (status === 429 && rateLimit && resetAt);
    return next ? new Date(next) : undefined;
  };
  return { rateLimit, resetAt, retryAfter };
}

/** The part of a response that is read here. */
interface LimitedResponse {
  readonly status: number;
  readonly headers: Pick<ReadableHeaders, 'get'>;
}

/** `NaN` for any other text. */
const wholeNumber = (text: string) => (/^\s*\d{1,12}\s*$/.test(text) ? Number(text) : Number.NaN);

// The three forms of RFC 9110, 5.6.7. The last has no time zone, and is in UTC.
const httpDate = /[A-Z][a-z]+,? [\w -]+ [\d:]{8}( GMT| \d{4})/g;

/** Milliseconds since the epoch; `NaN` without a date. */
function latestDate(text: string): number {
  const times = text.match(httpDate)?.map((date) => Date.parse(date.replace(/( GMT)?$/, ' GMT')));
  return Math.max(...(times ?? [Number.NaN]));
}

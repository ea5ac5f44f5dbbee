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
export interface ResponseLimits {
  readonly rateLimit: RateLimit | undefined;
  /** When the rate limit resets, by this machine's clock, in milliseconds since the epoch. */
  readonly resetAt: number;
  /** When another attempt makes sense, by this machine's clock: the instant of `Retry-After`, otherwise the reset of a 429. */
  readonly retryAfter: Date | undefined;
}

/**
 * Reads the rate limit, which counts when all three headers are numbers, and `Retry-After` (RFC 9110, 10.2.3), of which the longest
 * wait counts. With a clock that is minutes off, delays would be minutes too long or missing, so the `Date` header is read as well.
 *
 * @param now when the headers arrived, in milliseconds since the epoch.
 */
export function readLimits({ status, headers }: LimitedResponse, now: number): ResponseLimits {
  const read = (name: string) => headers.get(name) ?? '';
  const number = (name: string) => Number.parseInt(read(`x-ratelimit-${name}`), 10);
  const [limit, remaining, reset] = [number('limit'), number('remaining'), number('reset') * 1000];
  const isKnown = limit + remaining >= 0 && reset < farFuture;
  const rateLimit = isKnown ? { limit, remaining, reset: new Date(reset) } : undefined;
  // How far the server's clock is ahead.
  const skew = (Date.parse(read('date')) || now) - now;
  const resetAt = reset - skew;
  const asked = read('retry-after');
  const instants = asked.split(separator).map((part) => now + Number(part) * 1000 || httpDate(part) - skew);
  const next = asked ? Math.max(...instants) : status === 429 ? resetAt : farFuture;
  return { rateLimit, resetAt, retryAfter: next < farFuture ? new Date(next) : undefined };
}

/** The part of a response that is read here. */
interface LimitedResponse {
  readonly status: number;
  readonly headers: Pick<ReadableHeaders, 'get'>;
}

// Several headers become one, and a date has a comma after its weekday.
const separator = /,(?! \d\d[ -])/;

// No instant is further away, and none is NaN.
const farFuture = 1e15;

/** One of the three forms of RFC 9110, 5.6.7, in milliseconds since the epoch. The last one has no time zone, and is in UTC. */
const httpDate = (text: string) => Date.parse(text.replace(/( GMT)?$/, ' GMT'));

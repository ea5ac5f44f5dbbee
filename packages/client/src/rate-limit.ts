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

/** Reads the rate limit headers; `undefined` unless all three are present and whole numbers. */
export function rateLimitOf(headers: Pick<ReadableHeaders, 'get'>): RateLimit | undefined {
  const read = (name: string) => wholeNumber(headers.get(`x-ratelimit-${name}`));
  const [limit, remaining, reset] = [read('limit'), read('remaining'), read('reset')];
  if (limit === undefined || remaining === undefined || reset === undefined) return undefined;
  return { limit, remaining, reset: new Date(reset * 1000) };
}

/**
 * How far the server's clock is ahead of this machine's, in milliseconds, from its `Date` header; 0 without one. Otherwise, with
 * a clock that is minutes off, delays would be minutes too long or missing.
 */
export function clockSkewOf(headers: Pick<ReadableHeaders, 'get'>, now: number): number {
  const date = latestDate(headers.get('date') ?? '');
  return date === undefined ? 0 : date - now;
}

/**
 * The instant in `Retry-After` (RFC 9110, 10.2.3), by this machine's clock; `undefined` without one. Of several headers, the
 * longest wait counts.
 */
export function retryAfterOf(headers: Pick<ReadableHeaders, 'get'>, now: number): Date | undefined {
  const text = headers.get('retry-after') ?? '';
  const seconds = text.split(',').map(wholeNumber);
  if (seconds.every((value) => value !== undefined)) return new Date(now + Math.max(...seconds) * 1000);
  const date = latestDate(text);
  return date === undefined ? undefined : new Date(date - clockSkewOf(headers, now));
}

function wholeNumber(text: string | null): number | undefined {
  const digits = text?.trim() ?? '';
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
}

// The three forms of RFC 9110, 5.6.7. The last has no time zone, and is in UTC.
const httpDate = /[A-Z][a-z]+,? [\w -]+ [\d:]{8} (GMT|\d{4})/g;

function latestDate(text: string): number | undefined {
  const times = (text.match(httpDate) ?? [])
    .map((date) => Date.parse(date.endsWith('GMT') ? date : `${date} GMT`))
    .filter((time) => !Number.isNaN(time));
  return times.length > 0 ? Math.max(...times) : undefined;
}

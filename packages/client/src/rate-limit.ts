/** The state of the rate limit, as the answer's headers tell it. */
export interface RateLimit {
  /** Requests allowed in the present window. */
  limit: number;
  /** Requests left in the present window. */
  remaining: number;
  /** When the window ends. */
  reset: Date;
}

/** Reads the rate-limit headers; `undefined` unless all three are there and are whole numbers. */
export function rateLimitOf(headers: Headers): RateLimit | undefined {
  // The match of a whole number is that number, and nothing is none.
  const read = (name: string) => Number(headers.get(`x-ratelimit-${name}`)?.match(/^\d{1,12}$/) ?? undefined);
  const limit = read('limit');
  const remaining = read('remaining');
  const reset = read('reset');
  if (limit + remaining + reset >= 0) return { limit, remaining, reset: new Date(reset * 1000) };
  return undefined;
}

/** The instant that `Retry-After` names, in seconds from now or as an HTTP date; `undefined` if it names none. */
export function retryAfterOf(headers: Headers, now: number): Date | undefined {
  const text = headers.get('Retry-After') ?? '';
  // An HTTP date begins with the name of a day; a platform makes a date of much else, even of -1.
  const date = new Date(
    /^\d{1,12}$/.test(text) ? now + Number(text) * 1000 : /^[A-Z]/.test(text) ? text : '',
  );
  return date.getTime() ? date : undefined;
}

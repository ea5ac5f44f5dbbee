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
  const read = (name: string) => {
    const text = headers.get(`X-RateLimit-${name}`);
    return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  };
  const [limit, remaining, reset] = [read('Limit'), read('Remaining'), read('Reset')];
  if (limit === undefined || remaining === undefined || reset === undefined) return undefined;
  // The largest instant that a Date can hold.
  return { limit, remaining, reset: new Date(Math.min(reset * 1000, 8.64e15)) };
}

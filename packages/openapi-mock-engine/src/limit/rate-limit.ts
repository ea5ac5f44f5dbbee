/** A budget of requests for a window that begins at a multiple of its length, like an hour. */
export class RateLimit {
  #limit: number | undefined;
  #window: number;
  #used = 0;
  #resetsAt = 0;

  /** @param limit requests per window; `undefined` for no limit. @param window length of a window, in seconds. */
  constructor(limit?: number, window = 3600) {
    this.#limit = limit;
    this.#window = window;
  }

  /** Counts a request. `false` if the budget of the window is used up. @param now epoch milliseconds */
  take(now: number): boolean {
    if (this.#limit === undefined) return true;
    const seconds = now / 1000;
    if (seconds >= this.#resetsAt) {
      this.#used = 0;
      this.#resetsAt = Math.floor(seconds / this.#window) * this.#window + this.#window;
    }
    if (this.#used >= this.#limit) return false;
    this.#used += 1;
    return true;
  }

  /** Writes the usual rate limit headers. */
  write(headers: { [name: string]: string }): void {
    if (this.#limit === undefined) return;
    headers['x-ratelimit-limit'] = String(this.#limit);
    headers['x-ratelimit-remaining'] = String(this.#limit - this.#used);
    headers['x-ratelimit-reset'] = String(Math.ceil(this.#resetsAt));
  }

  /** Writes the headers of a simulated 429: as if the limit were used up for one more second. */
  writeExhausted(headers: { [name: string]: string }, now: number): void {
    this.write(headers);
    if (this.#limit !== undefined || 'x-ratelimit-remaining' in headers)
      headers['x-ratelimit-remaining'] = '0';
    if (this.#limit !== undefined || 'x-ratelimit-reset' in headers) {
      headers['x-ratelimit-reset'] = String(Math.ceil(now / 1000) + 1);
    }
    if ('retry-after' in headers) headers['retry-after'] = '1';
  }

  /** Seconds until the window ends. @param now epoch milliseconds */
  secondsLeft(now: number): number {
    return Math.max(1, Math.ceil(this.#resetsAt - now / 1000));
  }

  /** Resets the window, with the same budget or another one. */
  reset(limit: number | undefined, window = 3600): void {
    this.#limit = limit;
    this.#window = window;
    this.#used = 0;
    this.#resetsAt = 0;
  }
}

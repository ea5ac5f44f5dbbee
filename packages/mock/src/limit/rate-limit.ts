import { contract } from '../generated/contract.ts';

/** A budget of requests for a window of time that begins on a multiple of its length, as an hour does. */
export class RateLimit {
  #limit: number;
  #window: number;
  #used = 0;
  #resetsAt = 0;

  /** @param limit requests a window. @param window length of a window, in seconds. */
  constructor(limit = contract.rateLimit, window = contract.rateLimitWindow) {
    this.#limit = limit;
    this.#window = window;
  }

  /** Counts a request. `false` if the budget of the window was used up before. @param now epoch milliseconds */
  take(now: number): boolean {
    const seconds = now / 1000;
    if (seconds >= this.#resetsAt) {
      this.#used = 0;
      this.#resetsAt = Math.floor(seconds / this.#window) * this.#window + this.#window;
    }
    if (this.#used >= this.#limit) return false;
    this.#used += 1;
    return true;
  }

  /** Writes the three headers that every answer carries. */
  write(headers: { [name: string]: string }): void {
    headers['x-ratelimit-limit'] = String(this.#limit);
    headers['x-ratelimit-remaining'] = String(this.#limit - this.#used);
    headers['x-ratelimit-reset'] = String(Math.ceil(this.#resetsAt));
  }

  /** Begins anew, with the same budget or another one. */
  reset(limit = this.#limit, window = this.#window): void {
    this.#limit = limit;
    this.#window = window;
    this.#used = 0;
    this.#resetsAt = 0;
  }
}

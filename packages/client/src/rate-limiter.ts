import type { RateLimit } from './rate-limit.ts';

// Below this share of the budget, what is left is spread evenly over the rest of the window.
const lowShare = 0.01;

/** Slows a client down before it hits the rate limit, by what the responses said last. It only delays; it refuses nothing. */
export class RateLimiter {
  #state: RateLimit | undefined;
  #resetAt = 0;
  #nextSlot = 0;

  /**
   * Takes in the state that came with a response.
   *
   * @param skew how far the server's clock is ahead, in milliseconds.
   */
  update(state: RateLimit | undefined, skew: number): void {
    if (!state) return;
    this.#state = state;
    this.#resetAt = state.reset.getTime() - skew;
  }

  /**
   * How long the next request should wait, in milliseconds; asking reserves its slot. No slot is later than the reset.
   *
   * @param longest wait that the caller can afford: a longer one is not waited for, and the server decides.
   */
  delay(now: number, longest: number): number {
    const state = this.#state;
    const untilReset = this.#resetAt - now;
    if (!state || untilReset <= 0 || state.remaining > state.limit * lowShare) return 0;
    const slot = Math.min(Math.max(this.#nextSlot, now) + untilReset / (state.remaining + 1), this.#resetAt);
    if (slot - now > longest) return 0;
    this.#nextSlot = slot;
    return slot - now;
  }

  /** Why a request waits, for a log message. */
  describe(): string {
    const { limit = 0, remaining = 0 } = this.#state ?? {};
    return `${remaining.toLocaleString('en')} of ${limit.toLocaleString('en')} requests left until the rate limit resets`;
  }
}

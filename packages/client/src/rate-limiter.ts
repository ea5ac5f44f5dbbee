import type { RateLimit, ResponseLimits } from './rate-limit.ts';

// Below this share of the budget, the rest is spread evenly over the rest of the window.
const lowShare = 0.01;

/**
 * Slows a client down before it hits the rate limit, based on the latest responses and on the requests still
 * without one. It only delays; it refuses nothing.
 */
export class RateLimiter {
  /** The latest state; `undefined` before the first response. */
  rateLimit: RateLimit | undefined;
  #resetAt = 0;
  #nextSlot = 0;
  #unanswered = 0;

  /** Updates the state from a response. */
  update({ rateLimit: state, resetAt }: ResponseLimits): void {
    if (!state) return;
    // Within a window the budget only shrinks: if responses arrive out of order, the lowest count is the latest.
    const isSameWindow = Number(this.rateLimit?.reset) === Number(state.reset);
    const lowest = isSameWindow && this.rateLimit ? this.rateLimit.remaining : Infinity;
    this.rateLimit = { ...state, remaining: Math.min(state.remaining, lowest) };
    this.#resetAt = resetAt;
  }

  /**
   * How long the next request should wait, in milliseconds; calling this reserves a slot, which counts until
   * it is `settled`. No slot is later than the reset.
   *
   * @param longest acceptable delay; if it would be longer, the request is sent anyway and the server decides.
   */
  delay(now: number, longest: number): number {
    const others = this.#unanswered++;
    const state = this.rateLimit;
    const untilReset = this.#resetAt - now;
    if (!state || untilReset <= 0) return 0;
    const remaining = Math.max(state.remaining - others, 0);
    if (remaining > state.limit * lowShare) return 0;
    const slot = Math.min(Math.max(this.#nextSlot, now) + untilReset / (remaining + 1), this.#resetAt);
    if (slot - now > longest) return 0;
    this.#nextSlot = slot;
    return slot - now;
  }

  /** Stops counting a request that was answered, failed, or was never sent. */
  settled(): void {
    this.#unanswered--;
  }
}

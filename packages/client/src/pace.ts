import type { RateLimit } from './rate-limit.ts';

// Below this share of the budget, what is left is spread evenly over the rest of the window.
const low = 0.01;

/** Slows a client down before it hits the rate limit, by what its answers said last. */
export interface Pace {
  /** Takes note of the state that came with an answer. */
  note(rateLimit: RateLimit | undefined): void;
  /** How long the next request is to wait, in milliseconds; asking books its place. */
  pause(now: number): number;
}

/** Makes the pace of one client. */
export function createPace(): Pace {
  let last: RateLimit | undefined;
  let next = 0;
  return {
    note(rateLimit) {
      last = rateLimit ?? last;
    },
    pause(now) {
      const left = Number(last?.reset) - now;
      if (!last || !(left > 0) || last.remaining > last.limit * low) return 0;
      next = Math.max(next, now) + left / (last.remaining + 1);
      return next - now;
    },
  };
}

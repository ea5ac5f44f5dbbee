/** A budget of requests. */
export interface Budget {
  /** Takes one request from the budget. @returns 0 if it is allowed, else the seconds to wait. */
  take(): number;
}

/** At most `limit` requests in each clock minute. @param now milliseconds; replaced in tests. */
export function perMinute(limit: number, now: () => number = Date.now): Budget {
  let minute = 0;
  let spent = 0;
  return {
    take() {
      const current = Math.floor(now() / 60_000);
      if (current !== minute) [minute, spent] = [current, 0];
      if (spent >= limit) return Math.ceil((minute + 1) * 60 - now() / 1000);
      spent += 1;
      return 0;
    },
  };
}

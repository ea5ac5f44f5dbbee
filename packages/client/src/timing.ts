/** 23 days: timers overflow after 24.8. */
const longestTimer = 2e9;

/**
 * Runs a task until it ends, a timeout or an abort. The signal of the task is then aborted without waiting for it, so that a
 * `fetch` that ignores its signal delays no caller. Unlike `AbortSignal.any`, this leaves no listener on a long-lived signal.
 *
 * @param signal ends the wait with its reason.
 * @param timeoutError makes the error for a timeout.
 */
export function withTimeout<Value>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  timeoutError: () => Error,
  task: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  if (signal?.aborted) return Promise.reject(signal.reason);
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const stop = (reason: unknown) => {
      release();
      reject(reason);
      controller.abort(reason);
    };
    const abort = () => stop(signal?.reason);
    const timer = setTimeout(() => stop(timeoutError()), Math.min(milliseconds, longestTimer));
    const release = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    signal?.addEventListener('abort', abort);
    task(controller.signal).then((value) => {
      release();
      resolve(value);
    }, stop);
  });
}

/** Waits, but not beyond an abort. */
export function delay(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  const forever = () => new Promise<void>(() => {});
  return withTimeout(milliseconds, signal, Error, forever).catch(() => {});
}

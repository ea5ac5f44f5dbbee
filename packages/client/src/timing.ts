/** The longest delay that a timer can hold, some 24 days. */
const longestTimer = 2 ** 31 - 1;

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

/** Waits; rejects with the signal's reason if it is aborted. */
export function delay(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', abort);
  });
}

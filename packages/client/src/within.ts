/**
 * Waits for a task, but not beyond some time nor an abort. The task's signal is then aborted and the task not waited for: a
 * `fetch` that ignores its signal holds up nobody. Unlike `AbortSignal.any` this leaves nothing behind on a long-lived signal.
 *
 * @param outer aborts the wait with its reason.
 * @param late makes the reason when time runs out; without it this is a pause, which ends well then.
 */
export function within<Value = void>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  late?: () => unknown,
  task?: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const release = () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', follow);
    };
    const end = (value?: Value) => {
      release();
      // Without a value it is a pause, whose type has none.
      resolve(value as Value);
    };
    const stop = (reason: unknown) => {
      release();
      reject(reason);
      controller.abort(reason);
    };
    const follow = () => stop(outer?.reason);
    const timer = setTimeout(() => (late ? stop(late()) : end()), milliseconds);
    outer?.addEventListener('abort', follow);
    task?.(controller.signal).then(end, stop);
  });
}

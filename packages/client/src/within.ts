/**
 * Waits for a task, but not beyond some time nor an abort. The task's signal is then aborted and the task not waited for: a
 * `fetch` that ignores its signal holds up nobody. Unlike `AbortSignal.any` this leaves nothing behind on a long-lived signal.
 *
 * @param outer aborts the wait with its reason.
 * @param late makes the reason when time runs out; without it, this is a pause and resolves then.
 */
export function within<Value = void>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  late?: () => unknown,
  task?: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  return new Promise<Value>((resolve, reject) => {
    const controller = new AbortController();
    // biome-ignore lint/suspicious/noExplicitAny: either of the two above, and what it takes.
    const settle = (outcome: (value: any) => void, value: unknown) => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', follow);
      outcome(value);
      if (outcome === reject) controller.abort(value);
    };
    const follow = () => settle(reject, outer?.reason);
    const timer = setTimeout(() => settle(late ? reject : resolve, late?.()), milliseconds);
    outer?.addEventListener('abort', follow);
    task?.(controller.signal).then(
      (value) => settle(resolve, value),
      (reason) => settle(reject, reason),
    );
  });
}

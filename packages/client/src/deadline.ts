/** A signal that follows others and is aborted after some time, until it is released. */
export interface Deadline {
  signal: AbortSignal;
  /** Whether time ran out, as opposed to an abort from outside. */
  expired: boolean;
  /** Lets go of the timer and of the other signal. */
  release(): void;
}

/** Starts a deadline. Unlike `AbortSignal.any` it leaves nothing behind on a long-lived signal. */
export function deadline(milliseconds: number, outer?: AbortSignal): Deadline {
  const controller = new AbortController();
  const follow = () => controller.abort(outer?.reason);
  const timer = setTimeout(() => {
    state.expired = true;
    controller.abort();
  }, milliseconds);
  const state: Deadline = {
    signal: controller.signal,
    expired: false,
    release() {
      clearTimeout(timer);
      outer?.removeEventListener('abort', follow);
    },
  };
  if (outer?.aborted) follow();
  else outer?.addEventListener('abort', follow);
  return state;
}

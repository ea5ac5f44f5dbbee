/** Limits the number of simultaneous tasks; the others wait in order. */
export class Semaphore {
  #free: number;
  readonly #queue = new Set<() => void>();

  constructor(size: number) {
    this.#free = size;
  }

  /** Acquires a place if one is free. Call {@link release} afterwards. */
  tryAcquire(): boolean {
    if (this.#free <= 0) return false;
    this.#free--;
    return true;
  }

  /**
   * Waits for a place. Call {@link release} afterwards.
   *
   * @param signal removes the task from the queue. The promise then stays pending, since the caller no longer waits for it.
   */
  async acquire(signal: AbortSignal): Promise<void> {
    if (this.tryAcquire()) return;
    await new Promise<void>((resolve) => {
      const leave = () => this.#queue.delete(enter);
      const enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      this.#queue.add(enter);
      signal.addEventListener('abort', leave, { once: true });
    });
    // A place became free at the same moment as the abort, so the caller no longer waits for it.
    if (signal.aborted) this.release();
  }

  /** Releases a place. */
  release(): void {
    const [next] = this.#queue;
    if (!next) this.#free++;
    else {
      this.#queue.delete(next);
      next();
    }
  }
}

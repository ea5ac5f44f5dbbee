/** Limits the number of simultaneous tasks; the others wait in order. */
export class Semaphore {
  #free: number;
  readonly #queue: { enter: () => void; signal: AbortSignal }[] = [];

  constructor(size: number) {
    this.#free = size;
  }

  /** Takes a place if one is free. Call {@link release} afterwards. */
  tryAcquire(): boolean {
    if (this.#free <= 0) return false;
    this.#free--;
    return true;
  }

  /**
   * Waits for a place. Call {@link release} afterwards.
   *
   * @param signal takes the task out of the queue. The promise then stays pending, since the caller no longer waits for it.
   */
  async acquire(signal: AbortSignal): Promise<void> {
    if (this.tryAcquire()) return;
    await new Promise<void>((enter) => this.#queue.push({ enter, signal }));
    // A place became free at the same moment as the abort, so the caller no longer waits for it.
    if (signal.aborted) this.release();
  }

  /** Releases a place. */
  release(): void {
    const next = this.#queue.shift();
    if (!next) this.#free++;
    else if (next.signal.aborted) this.release();
    else next.enter();
  }
}

/** Lets a limited number of tasks run at the same time; the others wait for their turn, in order. */
export class Semaphore {
  #free: number;
  readonly #queue: (() => void)[] = [];

  constructor(size: number) {
    this.#free = size;
  }

  /** Takes a place if one is free. Give it back with {@link release}. */
  tryAcquire(): boolean {
    if (this.#free <= 0) return false;
    this.#free--;
    return true;
  }

  /**
   * Waits for a place. Give it back with {@link release}.
   *
   * @param signal takes the task out of the queue. The promise then stays pending: the caller that aborted no longer waits for it.
   */
  async acquire(signal: AbortSignal): Promise<void> {
    if (this.tryAcquire()) return;
    await new Promise<void>((resolve) => {
      const enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        signal.removeEventListener('abort', leave);
        this.#queue.splice(this.#queue.indexOf(enter), 1);
      };
      signal.addEventListener('abort', leave);
      this.#queue.push(enter);
    });
    // The place came at the same moment as the abort, and the caller no longer waits for it.
    if (signal.aborted) this.release();
  }

  /** Gives a place back. */
  release(): void {
    const next = this.#queue.shift();
    if (next) next();
    else this.#free++;
  }
}

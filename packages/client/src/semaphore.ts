/** Lets a limited number of tasks run at the same time; the others wait for their turn, in order. */
export class Semaphore {
  #free: number;
  readonly #queue: (() => void)[] = [];

  constructor(size: number) {
    this.#free = size;
  }

  /**
   * Waits for a place. Give it back with {@link release}.
   *
   * @param signal takes the task out of the queue. The promise then stays pending: whoever aborts no longer waits for it.
   */
  acquire(signal?: AbortSignal): Promise<void> | undefined {
    if (this.#free > 0) {
      this.#free--;
      return undefined;
    }
    return new Promise((resolve) => {
      const enter = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        signal?.removeEventListener('abort', leave);
        this.#queue.splice(this.#queue.indexOf(enter), 1);
      };
      signal?.addEventListener('abort', leave);
      this.#queue.push(enter);
    });
  }

  /** Gives a place back. */
  release(): void {
    const next = this.#queue.shift();
    if (next) next();
    else this.#free++;
  }

  /** Runs a task in a place of its own. */
  async run<Value>(task: () => Promise<Value>, signal?: AbortSignal): Promise<Value> {
    await this.acquire(signal);
    try {
      return await task();
    } finally {
      this.release();
    }
  }
}

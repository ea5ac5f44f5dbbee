import type { LoggedRequest } from '../options.ts';

/** The latest requests, oldest first; older ones are forgotten so that memory stays flat. */
export class RequestLog {
  readonly #kept: number;
  #entries: LoggedRequest[] = [];
  #next = 0;
  #total = 0;

  constructor(kept = 1000) {
    this.#kept = kept;
  }

  add(entry: LoggedRequest): void {
    this.#entries[this.#next] = entry;
    this.#next = (this.#next + 1) % this.#kept;
    this.#total += 1;
  }

  /** How many requests there were since the last reset, forgotten ones included. */
  get total(): number {
    return this.#total;
  }

  list(): LoggedRequest[] {
    return this.#entries.length < this.#kept
      ? [...this.#entries]
      : [...this.#entries.slice(this.#next), ...this.#entries.slice(0, this.#next)];
  }

  reset(): void {
    this.#entries = [];
    this.#next = 0;
    this.#total = 0;
  }
}

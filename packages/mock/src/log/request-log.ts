import type { LoggedRequest } from '../options.ts';

/** Characters of a path or a query that are kept. */
const longest = 4_000;

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
    this.#entries[this.#next] =
      entry.path.length + entry.query.length > longest
        ? { ...entry, path: shortened(entry.path), query: shortened(entry.query) }
        : entry;
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

/** The beginning of a text as a string of its own: a slice would keep all of the text in memory. */
function shortened(text: string): string {
  return text.length > longest ? JSON.parse(JSON.stringify(`${text.slice(0, longest)}…`)) : text;
}

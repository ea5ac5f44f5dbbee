import type { LoggedRequest } from '../options.ts';
import type { Secrets } from './redact.ts';

/** The maximum length of a logged path or query. */
const longest = 4_000;

/** The maximum length of a logged header or message. */
const longestLine = 500;

/** Which requests to list. Omitted members match anything. */
export interface RequestFilter {
  operationId?: string;
  method?: string;
  path?: string;
  status?: number;
}

/**
 * A stored request: its body is decoded again on access, since a thousand values are expensive to keep alive.
 */
export interface KeptRequest {
  entry: LoggedRequest;
  readBody?: (() => unknown) | undefined;
}

/** The latest requests, oldest first; older ones are dropped so that memory stays flat. */
export class RequestLog {
  readonly #kept: number;
  #entries: KeptRequest[] = [];
  #next = 0;
  #total = 0;

  constructor(kept = 1000) {
    this.#kept = kept;
  }

  add(entry: LoggedRequest, readBody?: () => unknown): void {
    this.#entries[this.#next] = { entry, readBody };
    this.#next = (this.#next + 1) % this.#kept;
    this.#total += 1;
  }

  /** The number of requests since the last reset, including dropped ones. */
  get total(): number {
    return this.#total;
  }

  list(filter: RequestFilter = {}): LoggedRequest[] {
    const all =
      this.#entries.length < this.#kept
        ? [...this.#entries]
        : [...this.#entries.slice(this.#next), ...this.#entries.slice(0, this.#next)];
    return all
      .filter(
        ({ entry }) =>
          (filter.operationId === undefined || entry.operationId === filter.operationId) &&
          (filter.method === undefined || entry.method === filter.method.toUpperCase()) &&
          (filter.path === undefined || entry.path === filter.path) &&
          (filter.status === undefined || entry.status === filter.status),
      )
      .map(({ entry, readBody }) => (readBody === undefined ? entry : { ...entry, body: readBody() }));
  }

  reset(): void {
    this.#entries = [];
    this.#next = 0;
    this.#total = 0;
  }
}

/** A path or a query, truncated for the log. */
export function keptText(text: string): string {
  return detached(text, longest);
}

/** A message, truncated for the log. */
export function keptLine(text: string): string {
  return detached(text, longestLine);
}

/** The headers of a request without credentials. */
export function keptHeaders(
  headers: { readonly [name: string]: string | readonly string[] | undefined },
  secrets: Secrets,
): { [name: string]: string } {
  const kept: { [name: string]: string } = {};
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (value === undefined || secrets.isHeader(name)) continue;
    kept[name] = detached(typeof value === 'string' ? value : value.join(', '), longestLine);
  }
  return kept;
}

/** The beginning of a text as a new string: a slice would keep the whole text in memory. */
function detached(text: string, most: number): string {
  return text.length > most ? JSON.parse(JSON.stringify(`${text.slice(0, most)}…`)) : text;
}

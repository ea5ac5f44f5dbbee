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

/** A body as it was sent: decoded when it is read, since a thousand values are expensive to keep alive. */
export interface KeptBody {
  bytes: Uint8Array | string;
  decode(bytes: Uint8Array | string): unknown;
}

/** A place in the log. It is used again, with the memory of its body, since copies would outlive many collections of garbage. */
interface Slot {
  entry: LoggedRequest;
  decode: KeptBody['decode'] | undefined;
  /** The body: a text, or as many of these bytes as `length` says. */
  bytes: Uint8Array | string;
  length: number;
}

/** The latest requests, oldest first; older ones are dropped so that memory stays flat. */
export class RequestLog {
  readonly #kept: number;
  #slots: Slot[] = [];
  #next = 0;
  #total = 0;

  constructor(kept = 1000) {
    this.#kept = kept;
  }

  add(entry: LoggedRequest, body?: KeptBody): void {
    const slot = this.#slots[this.#next] ?? { entry, decode: undefined, bytes: '', length: 0 };
    this.#slots[this.#next] = slot;
    slot.entry = entry;
    slot.decode = body?.decode;
    if (body !== undefined) keepBytes(slot, body.bytes);
    this.#next = (this.#next + 1) % this.#kept;
    this.#total += 1;
  }

  /** The number of requests since the last reset, including dropped ones. */
  get total(): number {
    return this.#total;
  }

  list(filter: RequestFilter = {}): LoggedRequest[] {
    const ordered =
      this.#slots.length < this.#kept
        ? this.#slots
        : [...this.#slots.slice(this.#next), ...this.#slots.slice(0, this.#next)];
    return ordered
      .filter(
        ({ entry }) =>
          (filter.operationId === undefined || entry.operationId === filter.operationId) &&
          (filter.method === undefined || entry.method === filter.method.toUpperCase()) &&
          (filter.path === undefined || entry.path === filter.path) &&
          (filter.status === undefined || entry.status === filter.status),
      )
      .map(readSlot);
  }

  reset(): void {
    this.#slots = [];
    this.#next = 0;
    this.#total = 0;
  }
}

/** Copies a body, since a part of the connection's buffer would keep the whole buffer in memory. */
function keepBytes(slot: Slot, bytes: Uint8Array | string): void {
  if (typeof bytes === 'string') {
    slot.bytes = bytes;
    return;
  }
  const { length } = bytes;
  const fits = slot.bytes.length >= length && slot.bytes.length <= 4 * Math.max(length, 1024);
  const memory = fits && typeof slot.bytes !== 'string' ? slot.bytes : new Uint8Array(Math.max(length, 1024));
  memory.set(bytes);
  slot.bytes = memory;
  slot.length = length;
}

function readSlot({ entry, decode, bytes, length }: Slot): LoggedRequest {
  if (decode === undefined) return entry;
  return { ...entry, body: decode(typeof bytes === 'string' ? bytes : bytes.subarray(0, length)) };
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

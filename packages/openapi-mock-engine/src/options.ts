import type { Handlers } from './handler.ts';
import type { MockAnswer, MockRequest } from './message.ts';
import type { Contract, UnknownParameters } from './model/index.ts';
import { formats } from './model/schema/formats.ts';

/** How a mock answers, wherever it runs. */
export interface MockOptions {
  /** Handlers that answer instead of the contract's examples, by operation. */
  handlers?: Handlers;
  /** The seed of generated data. @default 1 */
  seed?: number;
  /** Freezes the mock's clock. A text is an RFC 3339 date-time, or a date for its midnight in UTC. @default the time of each request */
  now?: Date | string | number;
  /** What to do with a query parameter that is not in the contract. @default 'reject' */
  unknownParameters?: UnknownParameters;
  /** Requests per window, after which the mock answers 429. @default no limit */
  rateLimit?: number;
  /** Length of the window, in seconds. @default 3600 */
  rateLimitWindow?: number;
  /** Directives such as `latency=50..400; status=503@0.1`; the README lists them all. @default none */
  faults?: string;
  /** Remembers what is created: `POST /pets`, then `GET /pets/{id}` finds it. @default false */
  state?: boolean;
  /** Who may use the control API under `/_mock`: anyone who reaches it, no one, or clients that send the token. @default true */
  control?: boolean | { token: string };
  /** Additional content of `GET /_mock`. */
  about?: { readonly [name: string]: unknown };
  /** Answers before the mock, like a proxy or a recording; return `undefined` to leave the request to the mock. */
  intercept?: (
    request: MockRequest,
    contract: Contract,
  ) => MockAnswer | undefined | Promise<MockAnswer | undefined>;
  /** Called with each warning, such as an unknown parameter under `warn`. */
  onWarning?: (warning: string) => void;
  /** Called with each request once its answer is known. If it throws, that is a warning. */
  onRequest?: (entry: LoggedRequest) => void;
}

/** A request that the mock answered. Credentials are never logged. */
export interface LoggedRequest {
  /** `undefined` if no operation of the contract matches. */
  operationId: string | undefined;
  method: string;
  /** As it was sent, its first 4,000 characters. */
  path: string;
  /** As it was sent, its first 4,000 characters. */
  query: string;
  /** Without credentials, by name in lower case; the first 500 characters of each. */
  headers: { readonly [name: string]: string };
  /** The decoded body, if it is valid and at most 64 kB long. */
  body?: unknown;
  status: number;
  /** Which fault was applied, if any. */
  fault?: string;
  /** The first error message, if any; its first 500 characters. */
  message?: string;
  /** When it came, in epoch milliseconds. */
  at: number;
}

/** Validates options. @throws RangeError with what was expected */
export function checkOptions(options: MockOptions): void {
  integer('seed', options.seed, 0, 2_147_483_647);
  integer('rateLimit', options.rateLimit, 0, 1_000_000_000);
  integer('rateLimitWindow', options.rateLimitWindow, 1, 86_400);
  oneOf('unknownParameters', options.unknownParameters, ['ignore', 'warn', 'reject']);
  for (const [name, handler] of Object.entries(options.handlers ?? {})) {
    if (typeof handler !== 'function') throw new RangeError(`handlers.${name}: is not a function.`);
  }
  const { control } = options;
  if (typeof control === 'object' && (typeof control.token !== 'string' || control.token === '')) {
    throw new RangeError('control.token: is empty. Expected a string of at least 1 character.');
  }
}

/** Checks that a value is an integer in a range, or `undefined`. @throws RangeError */
export function integer(name: string, value: unknown, from: number, to: number): void {
  if (value === undefined) return;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < from || value > to) {
    const shown = typeof value === 'string' ? JSON.stringify(value) : String(value);
    const most = name === 'port' ? to : to.toLocaleString('en');
    throw new RangeError(`${name}: ${shown} is not allowed. Expected an integer from ${from} to ${most}.`);
  }
}

export function oneOf(name: string, value: unknown, allowed: readonly string[]): void {
  if (value === undefined || allowed.includes(String(value))) return;
  throw new RangeError(`${name}: ${JSON.stringify(value)} is not allowed. Expected ${allowed.join(', ')}.`);
}

/** The time of a frozen clock, in epoch milliseconds; `undefined` if it runs. @throws RangeError */
export function frozenTime(now: MockOptions['now']): number | undefined {
  if (now === undefined) return undefined;
  const time = typeof now === 'string' ? parseTime(now) : new Date(now).getTime();
  if (time === undefined || Number.isNaN(time)) {
    throw new RangeError(
      `now: ${JSON.stringify(now)} is not a time that exists. Expected a date and a time with an offset, such as 2026-01-31T12:00:00Z.`,
    );
  }
  return time;
}

/** Without an offset, a time would depend on the machine, and `Date` silently changes dates that do not exist. */
function parseTime(text: string): number | undefined {
  if (formats.get('date')?.test(text)) return Date.parse(`${text}T00:00:00Z`);
  return formats.get('date-time')?.test(text) ? Date.parse(text) : undefined;
}

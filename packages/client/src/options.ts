import type { Target } from './base-url.ts';
import type { Fetch, Hooks, Logger } from './hooks.ts';
import type { RetryPolicy } from './retry.ts';
import type { Credential } from './security.ts';

/** What one call may change. What is `undefined` is as it is for the client. */
export interface CallOptions extends RetryPolicy {
  /** Aborts the call, its delays included: it rejects at once with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Headers to add. Those of a call win over those of the client. */
  headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Check each response against the contract. Without, only what cannot be read at all is refused.
   *
   * @default true
   */
  validate?: boolean | undefined;
}

/** Everything that can be set for a client. */
export type ClientOptions<Parameters = Record<string, unknown>> = Target & ClientSettings<Parameters>;

/** What can be set for a client, but for its target. */
export interface ClientSettings<Parameters = Record<string, unknown>>
  extends Omit<CallOptions, 'signal'>,
    Hooks {
  /**
   * The REST API key: visible ASCII characters without spaces or quotes, or a function that returns it, called before each
   * attempt. A server-side secret: no error, no log and no `util.inspect` of the client shows it.
   */
  apiKey: Credential;
  /** Credentials of other security schemes, by the scheme's name in the contract. */
  credentials?: Readonly<Record<string, Credential>> | undefined;
  /**
   * Send the key from a browser. Only for a mock, or a proxy that replaces the key by its own.
   *
   * @default false
   */
  dangerouslyAllowBrowser?: boolean | undefined;
  /**
   * Send the key over plain http to any host, such as `http://mock:4010` in a Docker network.
   *
   * @default false
   */
  allowInsecure?: boolean | undefined;
  /** Query parameters of every operation that has them; those of a call win. */
  parameters?: Partial<Parameters> | undefined;
  /**
   * A `fetch` of your own, called with a URL and options: undici's, node-fetch's, one with a proxy agent.
   *
   * @default globalThis.fetch
   */
  fetch?: Fetch | undefined;
  /** Added to the `User-Agent` header: `my-app/1.2.0`. Browsers send their own. */
  userAgent?: string | undefined;
  /**
   * Requests at the same time. Further calls wait for their turn; the wait counts as time of `totalTimeout`.
   *
   * @default 64
   */
  maxConcurrency?: number | undefined;
  /**
   * Slow down when less than a hundredth of the rate limit is left, so that it lasts until the reset. A delay of more than
   * `maxRetryDelay` is not made.
   *
   * @default true
   */
  throttle?: boolean | undefined;
  /** Called with messages about retries and delays; at `logLevel: 'debug'` about every request. Never with a key. */
  logger?: Logger | undefined;
  /**
   * What the logger gets: `debug` for every request, `warn` for retries and delays.
   *
   * @default 'warn'
   */
  logLevel?: 'debug' | 'warn' | undefined;
}

type Check = readonly [expectation: string, accepts: (value: unknown) => boolean];

const isObject = (value: unknown) => typeof value === 'object' && value !== null;
const anyFunction: Check = ['a function', (value) => typeof value === 'function'];
const anyBoolean: Check = ['true or false', (value) => typeof value === 'boolean'];
const anyObject: Check = ['an object', isObject];
const anyString: Check = ['a string', (value) => typeof value === 'string'];
const duration: Check = ['milliseconds, 0 or more', (value) => typeof value === 'number' && value >= 0];
const timeLimit: Check = ['milliseconds, more than 0', (value) => typeof value === 'number' && value > 0];
const wholeNumber: Check = [
  'a whole number, 0 or more',
  (value) => Number.isInteger(value) && Number(value) >= 0,
];

const callChecks: Record<keyof CallOptions, Check> = {
  maxRetries: wholeNumber,
  initialRetryDelay: duration,
  maxRetryDelay: duration,
  timeout: timeLimit,
  totalTimeout: timeLimit,
  retryNonIdempotent: anyBoolean,
  validate: anyBoolean,
  headers: anyObject,
  signal: ['an AbortSignal', (value) => isObject(value) && 'aborted' in (value as object)],
};

const { signal: _, ...sharedChecks } = callChecks;
const clientChecks: Record<string, Check> = {
  ...sharedChecks,
  instance: anyString,
  baseUrl: ['a URL', (value) => typeof value === 'string' || value instanceof URL],
  apiKey: ['a string or a function', (value) => typeof value === 'string' || typeof value === 'function'],
  credentials: anyObject,
  dangerouslyAllowBrowser: anyBoolean,
  allowInsecure: anyBoolean,
  parameters: anyObject,
  fetch: anyFunction,
  userAgent: ['a string without line breaks', (value) => typeof value === 'string' && !/[\r\n]/.test(value)],
  maxConcurrency: [
    'a whole number, 1 or more, or Infinity',
    (value) => value === Number.POSITIVE_INFINITY || (Number.isInteger(value) && Number(value) > 0),
  ],
  throttle: anyBoolean,
  logger: [
    'an object with warn(message)',
    (value) => isObject(value) && typeof Reflect.get(value as object, 'warn') === 'function',
  ],
  logLevel: ['"debug" or "warn"', (value) => value === 'debug' || value === 'warn'],
  onRequest: anyFunction,
  onResponse: anyFunction,
  onRetry: anyFunction,
};

/** @throws TypeError for an option that is unknown or has a value that it cannot have. */
export function checkClientOptions(options: object): void {
  checkOptions(options, clientChecks);
}

/** @throws TypeError for an option that is unknown or has a value that it cannot have. */
export function checkCallOptions(options: object | undefined): void {
  checkOptions(options ?? {}, callChecks);
}

function checkOptions(options: object, checks: Record<string, Check>): void {
  for (const [name, value] of Object.entries(options)) {
    const check = checks[name];
    if (!check)
      throw new TypeError(`Unknown option "${name}". Expected one of ${Object.keys(checks).join(', ')}.`);
    if (value === undefined || check[1](value)) continue;
    // A key must not get into a message.
    const shown = name === 'apiKey' ? (value === null ? 'null' : typeof value) : shownValue(value);
    throw new TypeError(`Option ${name} is ${shown}. Expected ${check[0]}.`);
  }
}

const shownValue = (value: unknown) =>
  typeof value === 'string' ? JSON.stringify(value) : isObject(value) ? 'an object' : String(value);

/** Puts the options of a call over those of its client; `undefined` overrides nothing. */
export function mergeOptions<Base extends object, Over extends object>(
  base: Base,
  over: Over | undefined,
): Base & Over {
  const given = Object.entries(over ?? {}).filter(([, value]) => value !== undefined);
  // Each property is of one of the two types.
  return { ...base, ...Object.fromEntries(given) } as Base & Over;
}

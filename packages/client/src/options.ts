import type { Target } from './base-url.ts';
import type { GivenHeaders } from './headers.ts';
import type { Fetch, Hooks, Logger } from './hooks.ts';
import { isRecord, refuseUnknown, refuseValue } from './refuse.ts';
import type { RetryPolicy } from './retry.ts';
import type { Credential } from './security.ts';

/** Options of one call, which override those of the client unless `undefined`. */
export interface CallOptions extends RetryPolicy {
  /** Aborts the call, including its delays: it rejects immediately with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Headers to add. Those of a call win over those of the client. */
  headers?: GivenHeaders | undefined;
  /**
   * Validate each response against the contract. If `false`, only unreadable responses are refused.
   *
   * @default true
   */
  validate?: boolean | undefined;
}

/** How requests are authenticated and sent. */
export interface ConnectionOptions {
  /**
   * The REST API key: visible ASCII characters without spaces or quotes, or a function that returns it, called before each
   * attempt. A server-side secret: no error, no log and no `util.inspect` of the client shows it.
   */
  apiKey: Credential;
  /** Credentials of other security schemes, by the scheme's name in the contract. */
  credentials?: Readonly<Record<string, Credential>> | undefined;
  /**
   * Send the key from a browser. Only use it with a mock, or a proxy that replaces the key.
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
  /**
   * A custom `fetch`, called with a URL and options: undici's, node-fetch's, or one with a proxy agent.
   *
   * @default globalThis.fetch
   */
  fetch?: Fetch | undefined;
}

/** The options of a client. */
export type ClientOptions<Parameters = Record<string, unknown>> = Target & ClientSettings<Parameters>;

/** The options of a client, except its target. */
export interface ClientSettings<Parameters = Record<string, unknown>>
  extends Omit<CallOptions, 'signal'>,
    ConnectionOptions,
    Hooks {
  /** Default query parameters, for every operation that has them; those of a call override them. */
  parameters?: Partial<Parameters> | undefined;
  /** Added to the `User-Agent` header: `my-app/1.2.0`. Browsers set their own. */
  userAgent?: string | undefined;
  /**
   * Maximum number of simultaneous requests. Further calls are queued, which counts towards `totalTimeout`.
   *
   * @default 64
   */
  maxConcurrency?: number | undefined;
  /**
   * Slow down when less than 1 % of the rate limit is left, so that it lasts until the reset. Never delays a request by more
   * than `maxRetryDelay`.
   *
   * @default true
   */
  throttle?: boolean | undefined;
  /** Called with messages about retries and delays; at `logLevel: 'debug'` about every request. Never with a key. */
  logger?: Logger | undefined;
  /**
   * What is logged: `debug` for every request, `warn` for retries and delays.
   *
   * @default 'warn'
   */
  logLevel?: 'debug' | 'warn' | undefined;
}

/** What the values of an option have in common, and whether a value has it. */
type Check = readonly [expectation: string, accepts: (value: unknown) => boolean];

const kind = (name: string): Check => [
  `a value of type ${name}`,
  (value) => typeof value === name && value !== null,
];
const withMethod = (name: string): Check => [
  `an object with the function ${name}`,
  (value) => typeof Object(value)[name] === 'function',
];
const atLeast = (least: number): Check => [
  `a number of at least ${least}`,
  (value) => typeof value === 'number' && value >= least,
];
const flag = kind('boolean');
const callback = kind('function');
const record = kind('object');
// These are checked elsewhere.
const anything: Check = ['', () => true];

const sharedChecks = {
  maxRetries: ['a whole number of at least 0', (value) => Number.isInteger(value) && Number(value) >= 0],
  initialRetryDelay: atLeast(0),
  maxRetryDelay: atLeast(0),
  timeout: atLeast(1),
  totalTimeout: atLeast(1),
  retryNonIdempotent: flag,
  validate: flag,
  headers: record,
} satisfies Record<string, Check>;

const callChecks: Record<keyof CallOptions, Check> = {
  ...sharedChecks,
  signal: withMethod('addEventListener'),
};

const clientChecks: Record<keyof ClientOptions, Check> = {
  ...sharedChecks,
  instance: anything,
  baseUrl: anything,
  apiKey: anything,
  credentials: record,
  dangerouslyAllowBrowser: flag,
  allowInsecure: flag,
  parameters: record,
  fetch: callback,
  userAgent: kind('string'),
  maxConcurrency: atLeast(1),
  throttle: flag,
  logger: withMethod('warn'),
  logLevel: ['debug or warn', (value) => value === 'debug' || value === 'warn'],
  onRequest: callback,
  onResponse: callback,
  onRetry: callback,
};

/** @throws TypeError for an unknown option or an invalid value. */
export function checkClientOptions(options: unknown): void {
  checkOptions(options, clientChecks);
}

/** @throws TypeError for an unknown option or an invalid value. */
export function checkCallOptions(options: unknown): void {
  checkOptions(options, callChecks);
}

function checkOptions(options: unknown, checks: Readonly<Record<string, Check>>): void {
  if (!isRecord(options)) refuseValue('options', options, 'an object');
  refuseUnknown('options', options, Object.keys(checks));
  for (const [name, [expectation, accepts]] of Object.entries(checks)) {
    const value: unknown = Reflect.get(options, name);
    if (value !== undefined && !accepts(value)) refuseValue(name, value, expectation);
  }
}

import type { Target } from './base-url.ts';
import type { GivenHeaders } from './headers.ts';
import type { Fetch, Hooks } from './hooks.ts';
import { describe, refuseUnknown, refuseValue } from './refuse.ts';
import type { RetryPolicy } from './retry.ts';
import type { Credential } from './security.ts';
import type { Throttle } from './throttle.ts';

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

/** Options of one call whose response is not checked. */
export interface UncheckedCallOptions extends Omit<CallOptions, 'validate'> {}

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
   * Slows requests down before they hit the rate limit: `createThrottle()` of the entry `throttle`.
   */
  throttle?: Throttle | undefined;
}

/** The least number that is allowed, or a type; `undefined` for what is checked elsewhere. */
type Kind = number | 'boolean' | 'function' | 'object' | 'string' | 'AbortSignal' | undefined;

const sharedOptions = {
  maxRetries: 0,
  initialRetryDelay: 0,
  maxRetryDelay: 0,
  timeout: 1,
  totalTimeout: 1,
  retryNonIdempotent: 'boolean',
  validate: 'boolean',
  headers: 'object',
} as const;

/** The options of a call. */
export const callOptions: Record<keyof CallOptions, Kind> = { ...sharedOptions, signal: 'AbortSignal' };

/** The options of a client. */
export const clientOptions: Record<keyof ClientOptions, Kind> = {
  ...sharedOptions,
  instance: undefined,
  baseUrl: undefined,
  apiKey: undefined,
  credentials: 'object',
  dangerouslyAllowBrowser: 'boolean',
  allowInsecure: 'boolean',
  parameters: 'object',
  fetch: 'function',
  userAgent: 'string',
  maxConcurrency: 1,
  throttle: 'function',
  onRequest: 'function',
  onResponse: 'function',
  onRetry: 'function',
  onWait: 'function',
};

/** @throws TypeError for an unknown option or an invalid value. */
export function checkOptions(options: unknown, kinds: Readonly<Record<string, Kind>>): void {
  refuseUnknown('options', options, Object.keys(kinds));
  for (const [name, value] of Object.entries(options)) {
    const kind = kinds[name];
    if (value === undefined || kind === undefined) continue;
    if (typeof kind === 'number') {
      if (typeof value !== 'number' || !(value >= kind))
        refuseValue(name, value, `a number of at least ${kind}`);
    } else if (value === null || (typeof value !== kind && describe(value) !== kind)) {
      refuseValue(name, value, kind);
    }
  }
}

import type { RequestFacts, SessionSeriesError } from './errors.ts';
import type { ReadableResponse } from './operation.ts';
import type { RateLimit } from './rate-limit.ts';

/** A `fetch` with the options that this client sets: the platform's, undici's, node-fetch's. */
export type Fetch = (url: string, init: FetchInit) => Promise<ReadableResponse>;

/** The options of a request: plain objects, which every `fetch` accepts. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: the type of a body differs between the platforms' fetch functions
  body: any;
  redirect: 'manual';
  // biome-ignore lint/suspicious/noExplicitAny: so does the type of a signal
  signal: any;
}

/** An attempt that is about to be made. */
export interface RequestEvent {
  /** The `operationId`. */
  readonly operation: string;
  /** 1 for the first attempt of a call. */
  readonly attempt: number;
  readonly method: string;
  /** The URL, without a credential. */
  readonly url: string;
  /** Headers to be sent, without credentials. A hook may change them. */
  readonly headers: Record<string, string>;
}

/** Status and headers of a response. */
export interface ResponseEvent extends RequestEvent {
  readonly status: number;
  /** By name in lower case. */
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** Milliseconds from sending the request to the headers of the response. */
  readonly milliseconds: number;
}

/** A failed attempt that will be retried. */
export interface RetryEvent {
  readonly error: SessionSeriesError;
  /** The number of the next attempt. */
  readonly attempt: number;
  /** The maximum number of attempts. */
  readonly maxAttempts: number;
  /** Milliseconds until the next attempt. */
  readonly delay: number;
}

/** A request that waits, so that the rate limit lasts until its reset. */
export interface WaitEvent {
  /** The `operationId`. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** Milliseconds until the request is sent. */
  readonly delay: number;
  /** The latest state of the rate limit. */
  readonly rateLimit: RateLimit;
}

/** Functions that take part in every attempt, and are awaited. What one of them throws ends the call, without a retry. */
export interface Hooks {
  /** Called before each attempt. */
  onRequest?: ((event: RequestEvent) => unknown) | undefined;
  /** Called when the headers of a response have arrived, before its body is read. */
  onResponse?: ((event: ResponseEvent) => unknown) | undefined;
  /** Called before each retry, before its delay. */
  onRetry?: ((event: RetryEvent) => unknown) | undefined;
  /** Called before a wait for the rate limit; see `throttle`. */
  onWait?: ((event: WaitEvent) => unknown) | undefined;
}

/** Hooks as `createCall` takes them; `createHooks` makes them. */
export interface CallHooks {
  /** Called before an attempt; returns its event, with the headers to send. */
  request(attempt: {
    readonly request: RequestFacts;
    readonly number: number;
    readonly headers: Readonly<Record<string, string>>;
  }): Promise<RequestEvent>;
  /** Called with that event when the headers of the response have arrived. */
  response(
    event: object,
    response: ReadableResponse,
    redact: (text: string) => string,
    milliseconds: number,
  ): unknown;
  /** Called before a retry. */
  retry(error: SessionSeriesError, delay: number, maxRetries: number): unknown;
}

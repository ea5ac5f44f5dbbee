import type { SessionSeriesError } from './errors.ts';
import type { ReadableResponse } from './operation.ts';

/** A `fetch` with the options that this client sets: the platform's, undici's, node-fetch's. */
export type Fetch = (url: string, init: FetchInit) => Promise<ReadableResponse>;

/** The options of a request. They are plain objects, which every `fetch` takes. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: the type of a body differs between the platforms' fetch functions
  body: any;
  redirect: 'manual';
  // biome-ignore lint/suspicious/noExplicitAny: so does the type of a signal
  signal: any;
}

/** Called with what happens, in the order in which it happens. */
export interface Logger {
  /** About retries and delays. */
  warn(message: string): void;
  /** About every request, at `logLevel: 'debug'`. */
  debug?(message: string): void;
}

/** An attempt about to be made. */
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

/** The head of a response. */
export interface ResponseEvent extends RequestEvent {
  readonly status: number;
  /** By their names in lower case. */
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** From sending the request to the head of the response. */
  readonly milliseconds: number;
}

/** An attempt that failed and is followed by another one. */
export interface RetryEvent {
  readonly error: SessionSeriesError;
  /** The number of the attempt that comes. */
  readonly attempt: number;
  /** How many attempts the call makes at most. */
  readonly maxAttempts: number;
  /** Milliseconds until then. */
  readonly delay: number;
}

/** Functions that take part in every attempt, and are awaited. What one of them throws ends the call, without a retry. */
export interface Hooks {
  /** Called before each attempt. */
  onRequest?: ((event: RequestEvent) => unknown) | undefined;
  /** Called after the head of each response, before its body is read. */
  onResponse?: ((event: ResponseEvent) => unknown) | undefined;
  /** Called before each retry, before its delay. */
  onRetry?: ((event: RetryEvent) => unknown) | undefined;
}

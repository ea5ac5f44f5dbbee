import { codeOf, reasonOf, redactError } from './error-chain.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Redact } from './redact.ts';

/** The request of an error; never its key. */
export interface RequestFacts {
  /** The `operationId` of the contract. */
  readonly operation: string;
  /** The HTTP method. */
  readonly method: string;
  /** The URL, query included. */
  readonly url: string;
}

/** The facts about a response that became an error, without secrets. */
export interface ResponseFacts {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The first 500 characters of the body. */
  readonly body: string;
  /** The value of `X-Request-Id`. */
  readonly requestId: string | undefined;
  readonly rateLimit: RateLimit | undefined;
  readonly retryAfter: Date | undefined;
}

/** The properties of an error, next to its message and request. */
type ErrorFacts = Readonly<Record<string, unknown>> & { readonly cause?: unknown };

/**
 * Recognizes an error by the names of its classes, even from another copy of the package. `this` is the class, whose static `name`
 * no bundler shortens.
 */
function isInstance(this: { readonly name: string }, value: unknown): boolean {
  const names: unknown[] = [];
  for (let type = Object(value).constructor; type; type = Object.getPrototypeOf(type)) names.push(type.name);
  return names.includes('SessionSeriesError') && names.includes(this.name);
}

/**
 * Base of all errors of this client: `instanceof SessionSeriesError` separates them from bugs, `name` tells them apart.
 *
 * @example
 * if (error instanceof SessionSeriesError) console.error(error.name, error.attempts, error.message);
 */
export abstract class SessionSeriesError extends Error {
  /** @internal */
  static override readonly name: string = 'SessionSeriesError';
  /** The name of the class, for a `switch`. */
  declare readonly name:
    | 'NetworkError'
    | 'TimeoutError'
    | 'InvalidResponseError'
    | 'BadRequestError'
    | 'AuthenticationError'
    | 'PermissionDeniedError'
    | 'NotFoundError'
    | 'RateLimitError'
    | 'ServerError';
  /** The number of attempts; 0 when time ran out before the first. */
  declare attempts: number;
  /** The request, without its key. */
  declare readonly request: RequestFacts;
  /** A code of the cause, such as `ECONNREFUSED`; `undefined` when there is none. */
  declare readonly code: string | undefined;

  /** @internal */
  constructor(message: string, request: RequestFacts, facts: ErrorFacts = {}) {
    super(`${request.method} ${request.url}: ${message}`, facts);
    // `cause` is already a property, which is not enumerable, and stays so.
    Object.assign(this, { name: new.target.name, attempts: 1, request, code: codeOf(facts.cause) }, facts);
  }

  /** @internal */
  static override [Symbol.hasInstance]: (value: unknown) => boolean = isInstance;

  /** The properties to log: everything but the stack and the cause. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/** Whether a value is an error of this client, of any copy of the package. */
export function isSessionSeriesError(value: unknown): value is SessionSeriesError {
  return value instanceof SessionSeriesError;
}

/** No response, or only part of one: the host was not found, or the connection failed or broke. `cause` has the reason. */
export class NetworkError extends SessionSeriesError {
  /** @internal */
  static override readonly name = 'NetworkError';
  declare readonly name: 'NetworkError';
}

/** Makes the error for a failed request or a truncated body, without secrets. */
export function networkErrorOf(
  what: string,
  error: unknown,
  request: RequestFacts,
  redact: Redact,
): NetworkError {
  const reason = redact(reasonOf(error) || String(error));
  return new NetworkError(`${what}: ${reason}`, request, { cause: redactError(error, redact) });
}

/** No complete response in time. The message names the limit that was exceeded. */
export class TimeoutError extends SessionSeriesError {
  /** @internal */
  static override readonly name = 'TimeoutError';
  declare readonly name: 'TimeoutError';
}

/** A response that the contract does not describe: a proxy's HTML page, truncated JSON, a redirect. */
export class InvalidResponseError extends SessionSeriesError {
  /** @internal */
  static override readonly name = 'InvalidResponseError';
  declare readonly name: 'InvalidResponseError';
  /** The HTTP status. */
  declare readonly status: number;
  /** The response headers, by their names in lower case. */
  declare readonly headers: Readonly<Record<string, string>>;
  /** The first 500 characters of the body. */
  declare readonly body: string;
  /** The value of `X-Request-Id`; `undefined` when the server sent none. */
  declare readonly requestId: string | undefined;
  /** Whether the body could not be read, so that another attempt may succeed. */
  declare readonly isUnreadable: boolean;
}

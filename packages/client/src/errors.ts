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

/** The facts about a response that became an error. */
export interface ResponseFacts {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The first 500 characters of the body. */
  readonly body: string;
  readonly requestId: string | undefined;
  readonly rateLimit: RateLimit | undefined;
  readonly retryAfter: Date | undefined;
}

// Registered, so that two copies of this package recognise each other's errors.
const brand = Symbol.for('@session-series/client/error');

/** Recognizes an error by the names of its classes. `this` is the class on the right of `instanceof`. */
function isInstance(this: { className?: string }, value: unknown): boolean {
  // Classes derived by users are not registered.
  if (!Object.hasOwn(this, 'className')) return Function.prototype[Symbol.hasInstance].call(this, value);
  return Boolean(Object(value)[brand]?.includes(this.className));
}

/**
 * Base of all errors of this client: `instanceof SessionSeriesError` separates them from bugs, `name` tells them apart.
 *
 * @example
 * if (error instanceof SessionSeriesError) console.error(error.name, error.attempts, error.message);
 */
export abstract class SessionSeriesError extends Error {
  /** @internal */
  static readonly className: string = 'SessionSeriesError';
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
  attempts = 1;
  /** The request, without its key. */
  declare readonly request: RequestFacts;
  /** A code of the cause, such as `ECONNREFUSED`; `undefined` when there is none. */
  declare readonly code: string | undefined;

  /** @internal */
  constructor(message: string, request: RequestFacts, options?: ErrorOptions) {
    super(`${request.method} ${request.url}: ${message}`, options);
    this.request = request;
    this.code = codeOf(options?.cause);
    let type: { className?: string } = new.target;
    this.name = new.target.className as this['name'];
    const names: unknown[] = [];
    for (; type.className; type = Object.getPrototypeOf(type)) names.push(type.className);
    Object.defineProperty(this, brand, { value: names });
  }

  /**
   * Recognizes an error by the names of its classes, even from another copy of the package.
   *
   * @internal
   */
  static override [Symbol.hasInstance]: (value: unknown) => boolean = isInstance;

  /** The properties to log: everything but the stack and the cause. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message };
  }
}

/** Whether a value is an error of this client, of any copy of the package. */
export function isSessionSeriesError(value: unknown): value is SessionSeriesError {
  return value instanceof SessionSeriesError;
}

/** No response, or only part of one: the host was not found, or the connection failed or broke. `cause` has the reason. */
export class NetworkError extends SessionSeriesError {
  /** @internal */
  static override readonly className = 'NetworkError';
  declare readonly name: 'NetworkError';
}

/** Makes the error for a failed request or a truncated body, without secrets. */
export function networkErrorOf(
  what: string,
  error: unknown,
  request: RequestFacts,
  redact: Redact,
): NetworkError {
  return new NetworkError(`${what}: ${redact(reasonOf(error))}`, request, {
    cause: redactError(error, redact),
  });
}

/** No complete response in time. The message names the limit that was exceeded. */
export class TimeoutError extends SessionSeriesError {
  /** @internal */
  static override readonly className = 'TimeoutError';
  declare readonly name: 'TimeoutError';
}

/** A response that the contract does not describe: a proxy's HTML page, truncated JSON, a redirect. */
export class InvalidResponseError extends SessionSeriesError {
  /** @internal */
  static override readonly className = 'InvalidResponseError';
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

  /** @internal */
  constructor(
    message: string,
    request: RequestFacts,
    { status, headers, body, requestId }: ResponseFacts,
    options?: ErrorOptions & { isUnreadable?: boolean },
  ) {
    super(message, request, options);
    Object.assign(this, { status, headers, body, requestId, isUnreadable: options?.isUnreadable ?? false });
  }
}

import type { RateLimit } from './rate-limit.ts';

/** The request of an error; never its key. */
export interface RequestFacts {
  /** The `operationId` of the contract. */
  readonly operation: string;
  /** The HTTP method. */
  readonly method: string;
  /** The URL, query included. */
  readonly url: string;
}

/** What is known of a response that became an error. */
export interface ResponseFacts {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The first 500 characters of the body. */
  readonly body: string;
  readonly requestId: string | undefined;
  readonly rateLimit: RateLimit | undefined;
  readonly retryAfter: Date | undefined;
}

/** What the body of an error says. */
export interface ErrorDetail {
  readonly detail: string;
  readonly errors: readonly string[];
}

// Registered, so that two copies of this package know each other's errors.
const brand = Symbol.for('@session-series/client/error');

/** Recognizes an error by the names of its classes. `this` is the class that was asked. */
function isInstance(this: { className?: string }, value: unknown): boolean {
  // A class that a user derives has no name of its own.
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
  /** Tells the errors apart in a `switch`. */
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
  /** How many times the request was sent; 0 when time ran out before the first attempt. */
  attempts = 1;
  /** What was sent. */
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
   * Recognizes an error by the names of its classes, whichever copy of the package made it.
   *
   * @internal
   */
  static override [Symbol.hasInstance]: (value: unknown) => boolean = isInstance;

  /** What a log should keep: everything but the stack and the cause. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message };
  }
}

/** Whether a value is an error of this client, of any copy of the package. */
export function isSessionSeriesError(value: unknown): value is SessionSeriesError {
  return value instanceof SessionSeriesError;
}

/** The first `code` among an error and its causes. */
export function codeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  const { code } = cause as { code?: unknown };
  return typeof code === 'string' ? code : codeOf(cause.cause);
}

/** No response, or only a part of one: the name does not resolve, the connection failed or broke. `cause` has the reason. */
export class NetworkError extends SessionSeriesError {
  /** @internal */
  static override readonly className = 'NetworkError';
  declare readonly name: 'NetworkError';
}

/** No complete response in time. The message names the limit that ran out. */
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
  /** Whether the body could not be read at all; another attempt may get a whole one. */
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

/** The server answered with an error status. */
export abstract class HttpError extends SessionSeriesError {
  /** @internal */
  static override readonly className: string = 'HttpError';
  /** The HTTP status, 400 to 599. */
  declare readonly status: number;
  /** What the body says went wrong, or the status text when it says nothing. */
  declare readonly detail: string;
  /** The body's `errors`; empty when it has none. */
  declare readonly errors: readonly string[];
  /** The state of the rate limit; `undefined` when the response has none. */
  declare readonly rateLimit: RateLimit | undefined;
  /**
   * When another attempt makes sense, by this machine's clock: the instant of `Retry-After` (RFC 9110, 10.2.3), else the reset
   * that a 429 names.
   */
  declare readonly retryAfter: Date | undefined;
  /** The value of `X-Request-Id`; `undefined` when the server sent none. */
  declare readonly requestId: string | undefined;
  /** The response headers, by their names in lower case. */
  declare readonly headers: Readonly<Record<string, string>>;
  /** The first 500 characters of the body. */
  declare readonly body: string;

  /** @internal */
  constructor(request: RequestFacts, response: ResponseFacts, { detail, errors }: ErrorDetail) {
    const hint =
      response.status === 401 ? '. An instance rejects a valid key of another instance in the same way.' : '';
    super(`${response.status} ${[detail, ...errors].join('; ')}${hint}`, request);
    Object.assign(this, response, { detail, errors });
  }
}

/** 400, and any other 4XX without a class of its own: the request breaks the contract. */
export class BadRequestError extends HttpError {
  /** @internal */
  static override readonly className = 'BadRequestError';
  declare readonly name: 'BadRequestError';
}

/** 401: the key is missing or wrong, or it belongs to another instance. */
export class AuthenticationError extends HttpError {
  /** @internal */
  static override readonly className = 'AuthenticationError';
  declare readonly name: 'AuthenticationError';
}

/** 403: the key lacks the permission, or the plan or account does not allow the call. */
export class PermissionDeniedError extends HttpError {
  /** @internal */
  static override readonly className = 'PermissionDeniedError';
  declare readonly name: 'PermissionDeniedError';
}

/** 404: no resource exists at this URL. */
export class NotFoundError extends HttpError {
  /** @internal */
  static override readonly className = 'NotFoundError';
  declare readonly name: 'NotFoundError';
}

/** 429: the rate limit is used up; `retryAfter` says until when. */
export class RateLimitError extends HttpError {
  /** @internal */
  static override readonly className = 'RateLimitError';
  declare readonly name: 'RateLimitError';
}

/** 5XX: the server failed. */
export class ServerError extends HttpError {
  /** @internal */
  static override readonly className = 'ServerError';
  declare readonly name: 'ServerError';
}

const byStatus: Record<number, new (...facts: ConstructorParameters<typeof HttpError>) => HttpError> = {
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  429: RateLimitError,
};

/** Makes the error of a status. */
export function httpErrorOf(request: RequestFacts, response: ResponseFacts, detail: ErrorDetail): HttpError {
  const { status } = response;
  const ErrorClass = byStatus[status] ?? (status < 500 ? BadRequestError : ServerError);
  return new ErrorClass(request, response, detail);
}

import { type RequestFacts, type ResponseFacts, SessionSeriesError } from './errors.ts';
import type { RateLimit } from './rate-limit.ts';

/** The details in the body of an error. */
export interface ErrorDetail {
  readonly detail: string;
  readonly errors: readonly string[];
}

/** The server answered with an error status. */
export abstract class HttpError extends SessionSeriesError {
  /** @internal */
  static override readonly className: string = 'HttpError';
  /** The HTTP status, 400 to 599. */
  declare readonly status: number;
  /** The message in the body, or the status text if there is none. */
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

/** 400, and any other 4XX without its own class: the request violates the contract. */
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

/** 429: the rate limit is used up until `retryAfter`. */
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

/** Makes the error for a status. */
export function httpErrorOf(request: RequestFacts, response: ResponseFacts, detail: ErrorDetail): HttpError {
  const { status } = response;
  const ErrorClass = byStatus[status] ?? (status < 500 ? BadRequestError : ServerError);
  return new ErrorClass(request, response, detail);
}

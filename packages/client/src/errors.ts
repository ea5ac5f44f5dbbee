import { type RateLimit, retryAfterOf } from './rate-limit.ts';

/** What every error of the client says about the request; never its key. */
export interface RequestFacts {
  /** The HTTP method. */
  method: string;
  /** The URL that was asked for, query included. */
  url: string;
}

/**
 * Base of all errors of this client: `instanceof SessionSeriesError` tells them from bugs, `name` tells them apart.
 *
 * @example
 * if (error instanceof SessionSeriesError) console.error(error.name, error.attempts, error.message);
 */
export abstract class SessionSeriesError extends Error {
  /** Tells the errors apart in a `switch`. */
  abstract override readonly name:
    | 'NetworkError'
    | 'TimeoutError'
    | 'InvalidResponseError'
    | 'BadRequestError'
    | 'AuthenticationError'
    | 'PermissionDeniedError'
    | 'NotFoundError'
    | 'RateLimitError'
    | 'ServerError';
  /** How many times the request was sent: 1 or more. */
  attempts = 1;
  /** What was asked for. */
  declare readonly request: RequestFacts;

  constructor(what: string, request: RequestFacts, options?: ErrorOptions) {
    super(`${request.method} ${request.url}: ${what}`, options);
    this.request = request;
  }
}

/**
 * No answer came, or only a part of one: the name does not resolve, the connection failed or was cut. `cause` has the reason.
 */
export class NetworkError extends SessionSeriesError {
  override readonly name = 'NetworkError';
}

/** No whole answer came in time, or could have come: the rate limit leaves no request before the time is over. */
export class TimeoutError extends SessionSeriesError {
  override readonly name = 'TimeoutError';
}

/** An answer came that is not what the contract describes: a proxy's HTML page, truncated JSON, a redirect. */
export class InvalidResponseError extends SessionSeriesError {
  override readonly name = 'InvalidResponseError';
}

/** The server answered with an error. */
export abstract class HttpError extends SessionSeriesError {
  /** The HTTP status, 400 to 599. */
  declare readonly status: number;
  /** The body's `message`, or the status text when the body has none. */
  declare readonly detail: string;
  /** The body's `errors`; empty when it has none. */
  declare readonly errors: readonly string[];
  /** The state of the rate limit; `undefined` when the answer did not tell. */
  declare readonly rateLimit: RateLimit | undefined;
  /** Not to be tried again before: the instant of `Retry-After` (RFC 9110, 10.2.3), else the reset that a 429 names. */
  declare readonly retryAfter: Date | undefined;
  /** The value of `X-Request-Id`; `undefined` when the server sent none. */
  declare readonly requestId: string | undefined;

  constructor(
    request: RequestFacts,
    { status, statusText, headers }: Response,
    body: ErrorBody,
    rateLimit: RateLimit | undefined,
    apiKey: string,
  ) {
    // What answers may repeat what it was sent.
    const read = (text: unknown) => String(text).replaceAll(apiKey, '');
    const detail = read(body?.message ?? statusText);
    const errors = [body?.errors ?? []].flat().map(read);
    super(
      `${status} ${[detail, ...errors].join('; ')}${status === 401 ? '. A wrong instance looks like this too.' : ''}`,
      request,
    );
    Object.assign(this, {
      status,
      detail,
      errors,
      rateLimit,
      retryAfter: retryAfterOf(headers, Date.now()) ?? (status === 429 ? rateLimit?.reset : undefined),
      requestId: headers.get('X-Request-Id') ?? undefined,
    });
  }
}

/** What may be in the body of an error, whoever sent it. */
export type ErrorBody = { message?: unknown; errors?: unknown } | null | undefined;

/** 400, and any other 4XX without a class of its own: the request breaks the contract. */
export class BadRequestError extends HttpError {
  override readonly name = 'BadRequestError';
}

/** 401: the key is missing or wrong, or it belongs to another instance. */
export class AuthenticationError extends HttpError {
  override readonly name = 'AuthenticationError';
}

/** 403: the key lacks the permission, or the plan or account does not allow the call. */
export class PermissionDeniedError extends HttpError {
  override readonly name = 'PermissionDeniedError';
}

/** 404: there is nothing at this URL. */
export class NotFoundError extends HttpError {
  override readonly name = 'NotFoundError';
}

/** 429: the rate limit is used up; `rateLimit.reset` says until when. */
export class RateLimitError extends HttpError {
  override readonly name = 'RateLimitError';
}

/** 5XX: the server failed; worth another try. */
export class ServerError extends HttpError {
  override readonly name = 'ServerError';
}

import type { RateLimit } from './rate-limit.ts';

/** What every error of the client says about the request; never its key. */
export interface RequestFacts {
  method: string;
  /** The URL that was asked for, query included. */
  url: string;
}

/** What an answer that is no success carries. */
export interface AnswerFacts {
  status: number;
  /** The body's `message`, or the status text when the body has none. */
  detail: string;
  /** The body's `errors`; empty when it has none. */
  errors: readonly string[];
  rateLimit: RateLimit | undefined;
  /** The instant of `Retry-After`, where the server sent one. */
  retryAfter: Date | undefined;
  /** The value of `X-Request-Id`, where the server sent one. */
  requestId: string | undefined;
}

/** Base of all errors of this client: `instanceof SessionSeriesError` tells them from bugs. */
export abstract class SessionSeriesError extends Error {
  /** Tells the errors apart in a `switch`. */
  abstract readonly kind: string;
  /** How many times the request was sent. */
  tries = 1;
  readonly request: RequestFacts;
  readonly retryAfter: Date | undefined = undefined;

  constructor(what: string, request: RequestFacts, options?: ErrorOptions) {
    super(`${request.method} ${request.url}: ${what}`, options);
    this.request = request;
  }
}

/** No answer came: the name does not resolve, the connection failed, or it was cut. `cause` has the reason. */
export class NetworkError extends SessionSeriesError {
  override readonly name = 'NetworkError';
  readonly kind = 'network';
}

/** No whole answer came in time. */
export class TimeoutError extends SessionSeriesError {
  override readonly name = 'TimeoutError';
  readonly kind = 'timeout';
}

/** An answer came that is not what the contract describes: a proxy's HTML page, truncated JSON. */
export class InvalidResponseError extends SessionSeriesError {
  override readonly name = 'InvalidResponseError';
  readonly kind = 'invalid-response';
}

/** The server answered with an error. */
export abstract class HttpError extends SessionSeriesError implements AnswerFacts {
  declare readonly status: number;
  declare readonly detail: string;
  declare readonly errors: readonly string[];
  declare readonly rateLimit: RateLimit | undefined;
  declare readonly retryAfter: Date | undefined;
  declare readonly requestId: string | undefined;

  constructor(request: RequestFacts, answer: AnswerFacts, advice = '') {
    super(`${answer.status} ${[answer.detail, ...answer.errors].join('; ')}${advice}`, request);
    Object.assign(this, answer);
  }
}

/** 400, and any other 4XX without a class of its own: the request breaks the contract. */
export class BadRequestError extends HttpError {
  override readonly name = 'BadRequestError';
  readonly kind = 'bad-request';
}

/** 401: the key is missing or wrong, or it belongs to another instance. */
export class UnauthorizedError extends HttpError {
  override readonly name = 'UnauthorizedError';
  readonly kind = 'unauthorized';
  constructor(request: RequestFacts, answer: AnswerFacts) {
    super(request, answer, '. A good key on the wrong instance looks like this too: check both.');
  }
}

/** 403: the key lacks the permission, or the plan or account does not allow the call. */
export class ForbiddenError extends HttpError {
  override readonly name = 'ForbiddenError';
  readonly kind = 'forbidden';
}

/** 404: there is nothing at this URL. */
export class NotFoundError extends HttpError {
  override readonly name = 'NotFoundError';
  readonly kind = 'not-found';
}

/** 429: the rate limit is used up; `rateLimit.reset` says until when. */
export class RateLimitedError extends HttpError {
  override readonly name = 'RateLimitedError';
  readonly kind = 'rate-limited';
}

/** 5XX: the server failed; worth another try. */
export class ServerError extends HttpError {
  override readonly name = 'ServerError';
  readonly kind = 'server';
}

const byStatus: Record<number, new (request: RequestFacts, answer: AnswerFacts) => HttpError> = {
  401: UnauthorizedError,
  403: ForbiddenError,
  404: NotFoundError,
  429: RateLimitedError,
};

/** The error for an answer that is no success. */
export function httpError(request: RequestFacts, answer: AnswerFacts): HttpError {
  const ErrorOfStatus = byStatus[answer.status] ?? (answer.status < 500 ? BadRequestError : ServerError);
  return new ErrorOfStatus(request, answer);
}

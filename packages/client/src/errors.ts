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
}

/** Base of all errors of this client: `instanceof SessionSeriesError` tells them from bugs. */
export abstract class SessionSeriesError extends Error {
  /** Tells the errors apart in a `switch`. */
  abstract readonly kind: string;
  readonly request: RequestFacts;

  constructor(what: string, request: RequestFacts, options?: ErrorOptions) {
    super(`${request.method} ${request.url}: ${what}`, options);
    this.name = new.target.name;
    this.request = request;
  }
}

/** No answer came: the name does not resolve, the connection failed, or it was cut. `cause` has the reason. */
export class NetworkError extends SessionSeriesError {
  readonly kind = 'network';
}

/** An answer came that is not what the contract describes: a proxy's HTML page, truncated JSON. */
export class InvalidResponseError extends SessionSeriesError {
  readonly kind = 'invalid-response';
}

/** The server answered with an error. */
export abstract class HttpError extends SessionSeriesError implements AnswerFacts {
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly string[];
  readonly rateLimit: RateLimit | undefined;

  constructor(request: RequestFacts, answer: AnswerFacts, advice = '') {
    super(`${answer.status} ${[answer.detail, ...answer.errors].join('; ')}${advice}`, request);
    this.status = answer.status;
    this.detail = answer.detail;
    this.errors = answer.errors;
    this.rateLimit = answer.rateLimit;
  }
}

/** 400, and any other 4XX without a class of its own: the request breaks the contract. */
export class BadRequestError extends HttpError {
  readonly kind = 'bad-request';
}

/** 401: the key is missing or wrong, or it belongs to another instance. */
export class UnauthorizedError extends HttpError {
  readonly kind = 'unauthorized';
  constructor(request: RequestFacts, answer: AnswerFacts) {
    super(request, answer, '. A good key on the wrong instance looks like this too: check both.');
  }
}

/** 403: the key lacks the permission, or the plan or account does not allow the call. */
export class ForbiddenError extends HttpError {
  readonly kind = 'forbidden';
}

/** 404: there is nothing at this URL. */
export class NotFoundError extends HttpError {
  readonly kind = 'not-found';
}

/** 429: the rate limit is used up; `rateLimit.reset` says until when. */
export class RateLimitedError extends HttpError {
  readonly kind = 'rate-limited';
}

/** 5XX: the server failed; worth another try. */
export class ServerError extends HttpError {
  readonly kind = 'server';
}

const byStatus = new Map<number, new (request: RequestFacts, answer: AnswerFacts) => HttpError>([
  [401, UnauthorizedError],
  [403, ForbiddenError],
  [404, NotFoundError],
  [429, RateLimitedError],
]);

/** The error for an answer that is no success. */
export function httpError(request: RequestFacts, answer: AnswerFacts): HttpError {
  const ErrorOfStatus = byStatus.get(answer.status) ?? (answer.status < 500 ? BadRequestError : ServerError);
  return new ErrorOfStatus(request, answer);
}

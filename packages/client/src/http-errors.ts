import { type RequestFacts, type ResponseFacts, SessionSeriesError } from './errors.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Redact } from './redact.ts';
import { parseJson } from './response-bodies.ts';

/** The server answered with an error status. */
export abstract class HttpError extends SessionSeriesError {
  /** @internal */
  static override readonly name: string = 'HttpError';
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
}

/** 400, and any other 4XX without its own class: the request violates the contract. */
export class BadRequestError extends HttpError {
  /** @internal */
  static override readonly name = 'BadRequestError';
  declare readonly name: 'BadRequestError';
}

/** 401: the key is missing or wrong, or it belongs to another instance. */
export class AuthenticationError extends HttpError {
  /** @internal */
  static override readonly name = 'AuthenticationError';
  declare readonly name: 'AuthenticationError';
}

/** 403: the key lacks the permission, or the plan or account does not allow the call. */
export class PermissionDeniedError extends HttpError {
  /** @internal */
  static override readonly name = 'PermissionDeniedError';
  declare readonly name: 'PermissionDeniedError';
}

/** 404: no resource exists at this URL. */
export class NotFoundError extends HttpError {
  /** @internal */
  static override readonly name = 'NotFoundError';
  declare readonly name: 'NotFoundError';
}

/** 429: the rate limit is used up until `retryAfter`. */
export class RateLimitError extends HttpError {
  /** @internal */
  static override readonly name = 'RateLimitError';
  declare readonly name: 'RateLimitError';
}

/** 5XX: the server failed. */
export class ServerError extends HttpError {
  /** @internal */
  static override readonly name = 'ServerError';
  declare readonly name: 'ServerError';
}

const byStatus: Record<number, new (...facts: ConstructorParameters<typeof HttpError>) => HttpError> = {
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  429: RateLimitError,
};

/**
 * Makes the error for a status, with the details in the body of any server: `message`, or problem details (RFC 9457).
 *
 * @param content its `text` says more than a proxy's error page or the status.
 */
export function httpErrorOf(
  request: RequestFacts,
  response: ResponseFacts,
  { text, statusText }: { readonly text: string; readonly statusText: string },
  redact: Redact,
): HttpError {
  const { status } = response;
  const { message, detail, title, error, errors = [] } = Object(parseJson(text));
  const first = message || detail || title || error || statusText || 'without a message';
  const [what = '', ...others] = [first, errors].flat().map((value) => redact(plainText(value)));
  const ErrorClass = byStatus[status] ?? (status < 500 ? BadRequestError : ServerError);
  return new ErrorClass(
    `${status} ${[what, ...others].join('; ')}${status === 401 ? '; is it the key of another instance?' : ''}`,
    request,
    {
      ...response,
      detail: what,
      errors: others,
    },
  );
}

const plainText = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/**
 * Typed client of the session analytics contract.
 *
 * @module
 */
export type { Instance, Target } from './base-url.ts';
export {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type SessionsQuery,
  type SessionsSeries,
} from './client.ts';
export type { EndingAt } from './ending-at.ts';
export {
  BadRequestError,
  ForbiddenError,
  HttpError,
  InvalidResponseError,
  NetworkError,
  NotFoundError,
  RateLimitedError,
  ServerError,
  SessionSeriesError,
  TimeoutError,
  UnauthorizedError,
} from './errors.ts';
export type { components, operations, paths } from './generated/openapi.ts';
export type { RateLimit } from './rate-limit.ts';
export type { RetryPolicy } from './retry.ts';

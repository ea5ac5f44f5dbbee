/**
 * Typed client of the session analytics contract.
 *
 * @module @session-series/client
 */
export type { Instance, Target } from './base-url.ts';
export {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
} from './client.ts';
export type { EndingAt, TemporalLike } from './ending-at.ts';
export {
  AuthenticationError,
  BadRequestError,
  type ErrorBody,
  HttpError,
  InvalidResponseError,
  NetworkError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  type RequestFacts,
  ServerError,
  SessionSeriesError,
  TimeoutError,
} from './errors.ts';
export type { components, operations, paths } from './generated/openapi.ts';
export type { RateLimit } from './rate-limit.ts';
export { createRawClient, type RawClient, type RawClientOptions } from './raw-client.ts';
export type { RetryPolicy } from './retry.ts';
export type { Exactly, SessionsCall, SessionsQuery, SessionsSeries } from './series.ts';
export type { Logger } from './try-again.ts';

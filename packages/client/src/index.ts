/**
 * Typed client of the session analytics contract.
 *
 * @module @session-series/client
 */
export { type Instance, instances, isInstance, isLoopback, type Target } from './base-url.ts';
export type { Call, ResponseMetadata, Success } from './call.ts';
export { type Client, type ClientBase, createClient, createClientWith, type MethodsOf } from './client.ts';
export {
  InvalidResponseError,
  isSessionSeriesError,
  NetworkError,
  type RequestFacts,
  type ResponseFacts,
  SessionSeriesError,
  TimeoutError,
} from './errors.ts';
export type * from './generated/methods.ts';
export type { components, operations, paths, webhooks } from './generated/openapi.ts';
export type { GivenHeaders } from './headers.ts';
export type { Fetch, FetchInit, Hooks, RequestEvent, ResponseEvent, RetryEvent, WaitEvent } from './hooks.ts';
export {
  AuthenticationError,
  BadRequestError,
  HttpError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
} from './http-errors.ts';
export type { Instant, TemporalInstant, WithInstants } from './instant.ts';
export type {
  BuildRequest,
  Check,
  CheckBody,
  ChooseBody,
  ChooseSchemes,
  Operation,
  Parameter,
  Parameters,
  ReadableHeaders,
  ReadableResponse,
  RequestBody,
  RequestParts,
  RequestTarget,
  ResponseBody,
  SecurityScheme,
  SendCredential,
  TypedOperation,
  WriteBody,
  WriteParameter,
} from './operation.ts';
export type { CallOptions, ClientOptions, ClientSettings, UncheckedCallOptions } from './options.ts';
export type { RateLimit } from './rate-limit.ts';
export type { RetryPolicy } from './retry.ts';
export { type Credential, isApiKey } from './security.ts';

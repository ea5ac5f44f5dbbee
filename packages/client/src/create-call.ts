import { checkBaseUrl } from './base-url.ts';
import { type CallContext, call, type Success } from './call.ts';
import { type GivenHeaders, readHeaders } from './headers.ts';
import type { Hooks } from './hooks.ts';
import type { TypedOperation } from './operation.ts';
import type { CallOptions, ConnectionOptions } from './options.ts';
import { defaultLimits, mergeOptions } from './retry.ts';
import { checkSecret, refuseBrowser } from './security.ts';

/** The options of {@link createCall}. */
export interface SingleCallOptions extends Omit<CallOptions, 'signal'>, ConnectionOptions, Hooks {
  /** The base URL of the operation; `instances` has the hosts of the contract. */
  baseUrl: string | URL;
}

/**
 * Makes a function for one operation, for the smallest bundle: with retries, timeouts, typed errors, validated responses and
 * hooks. Only {@link createClient} has `instance`, `parameters`, `throttle`, `maxConcurrency` and errors for unknown
 * options.
 *
 * @throws TypeError for no URL, plain http to another machine, no usable key, or a key in a browser.
 *
 * @example
 * import { getSessionsDataSeries } from '@session-series/client/operations';
 *
 * const getSeries = createCall(getSessionsDataSeries, { baseUrl: instances['EU-01'], apiKey });
 * const { data } = await getSeries({ length: 14 });
 */
export function createCall<Method>(operation: TypedOperation<Method>, options: SingleCallOptions): Method {
  const context = contextOf(options);
  const method = (given: unknown, callOptions?: CallOptions) =>
    call<Success>(operation, given, () => withCallOptions(context, callOptions));
  // The generator describes the method in the type, and its operation in the value.
  return method as Method;
}

/** Creates what the calls of a client share. */
export function contextOf(options: SingleCallOptions): CallContext {
  const { baseUrl, apiKey, headers, allowInsecure, dangerouslyAllowBrowser } = options;
  const credentials = { ...options.credentials, apiKey };
  if (typeof apiKey !== 'function') checkSecret('apiKey', apiKey);
  refuseBrowser(dangerouslyAllowBrowser);
  return {
    ...mergeOptions({ ...defaultLimits, validate: true }, options),
    credentials,
    baseUrl: checkBaseUrl(baseUrl, allowInsecure),
    headers: readHeaders(headers),
  };
}

/** Overrides the options of a client with those of a call. */
export function withCallOptions(
  context: CallContext,
  options: { readonly headers?: GivenHeaders | undefined } | undefined,
): CallContext {
  if (!options) return context;
  return {
    ...mergeOptions(context, options),
    headers: { ...context.headers, ...readHeaders(options.headers) },
  };
}

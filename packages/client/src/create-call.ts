import { checkBaseUrl } from './base-url.ts';
import { type CallContext, call, type Success } from './call.ts';
import { type GivenHeaders, readHeaders } from './headers.ts';
import type { CallHooks, Hooks } from './hooks.ts';
import type { TypedOperation } from './operation.ts';
import type { CallOptions, ClientSettings, ConnectionOptions } from './options.ts';
import { defaultLimits, mergeOptions } from './retry.ts';
import { checkSecret, refuseBrowser } from './security.ts';

/** Hooks are in the option `hooks` here. */
type WithoutHooks = { [Name in keyof Hooks]?: undefined };

/** The options of {@link createCall}. */
export interface SingleCallOptions
  extends Omit<CallOptions, 'signal' | 'validate'>,
    ConnectionOptions,
    WithoutHooks {
  /** The base URL of the operation; `instances` has the hosts of the contract. */
  baseUrl: string | URL;
  /** Hooks: `createHooks({ onRetry })`. */
  hooks?: CallHooks | undefined;
}

/**
 * Makes a function for one operation, for the smallest bundle: with retries, timeouts and typed errors without secrets. The
 * description decides whether responses are checked: that of the entry `operations` has checks, that of `unchecked` has none.
 * Only a client has `instance`, `parameters`, `throttle`, `maxConcurrency` and errors for unknown options.
 *
 * @throws TypeError for no URL, plain http to another machine, no usable key, or a key in a browser.
 *
 * @example
 * import { getSessionsDataSeries } from '@session-series/client/unchecked';
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

/** The options of a call by itself, and of a client. */
type ContextOptions = Omit<SingleCallOptions, keyof Hooks> & Pick<ClientSettings, 'validate' | 'onWait'>;

/** Creates what the calls of a client share. */
export function contextOf(options: ContextOptions): CallContext {
  const { baseUrl, apiKey, headers, allowInsecure, dangerouslyAllowBrowser } = options;
  const credentials = { ...options.credentials, apiKey };
  if (typeof apiKey !== 'function') checkSecret('apiKey', apiKey);
  refuseBrowser(dangerouslyAllowBrowser);
  return {
    ...mergeOptions(defaultLimits, options),
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

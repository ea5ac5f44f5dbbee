import { baseUrlOf } from './base-url.ts';
import { type CallContext, call, type Success } from './call.ts';
import type { DefaultParameters, Operations } from './generated/methods.ts';
import * as operations from './generated/operations.ts';
import { version } from './generated/version.ts';
import type { Operation, TypedOperation } from './operation.ts';
import {
  type CallOptions,
  type ClientOptions,
  checkCallOptions,
  checkClientOptions,
  mergeOptions,
} from './options.ts';
import { RateLimiter } from './rate-limiter.ts';
import type { RetryPolicy } from './retry.ts';
import { checkSecret, isBrowser, refuseBrowser } from './security.ts';
import { Semaphore } from './semaphore.ts';

/** What a client has in addition to its operations. */
export interface ClientBase<Methods> {
  /** Where requests go. */
  readonly baseUrl: string;
  /** The limits that were set for this client; what is absent has its default. */
  readonly limits: RetryPolicy;
  /**
   * Makes a client with other options on top of those of this one. Both share one rate limit and one `maxConcurrency`, unless
   * the target, the credentials or `maxConcurrency` change.
   *
   * @throws TypeError for what {@link createClient} refuses.
   *
   * @example
   * const patient = client.with({ maxRetries: 10, totalTimeout: 600_000 });
   */
  with(options: Partial<ClientOptions<DefaultParameters>>): Methods & ClientBase<Methods>;
}

/** A client for one target and one key, with a method for each operation of the contract. */
export interface Client extends Operations, ClientBase<Operations> {}

/** The methods of described operations. */
export type MethodsOf<Described> = {
  [Name in keyof Described]: Described[Name] extends TypedOperation<infer Method> ? Method : never;
};

/**
 * Makes a client with a method for each operation of the contract. Nothing is sent yet.
 *
 * @throws TypeError for an unknown option, no target, plain http to another machine, no usable key, or a key in a browser.
 *
 * @example
 * const client = createClient({ instance: 'EU-01', apiKey: () => process.env.SESSION_SERIES_API_KEY ?? '' });
 */
export function createClient(options: ClientOptions<DefaultParameters>): Client {
  return makeClient<Operations>(operations, options);
}

/**
 * Like {@link createClient}, with some operations only: those that are not imported leave the bundle.
 *
 * @throws TypeError for what {@link createClient} refuses.
 *
 * @example
 * import { getSessionsDataSeries } from '@session-series/client/operations';
 *
 * const client = createClientWith({ getSessionsDataSeries }, { instance: 'EU-01', apiKey });
 */
export function createClientWith<Described extends Readonly<Record<string, Operation>>>(
  described: Described,
  options: ClientOptions<DefaultParameters>,
): MethodsOf<Described> & ClientBase<MethodsOf<Described>> {
  return makeClient<MethodsOf<Described>>(described, options);
}

/** What the calls of a client share. */
type Shared = Pick<CallContext, 'limiter' | 'semaphore'>;

/** Options that make a client another one for the server. */
const identity = ['instance', 'baseUrl', 'apiKey', 'credentials', 'maxConcurrency'];

const defaults = {
  maxRetries: 3,
  initialRetryDelay: 500,
  maxRetryDelay: 60_000,
  timeout: 30_000,
  totalTimeout: 120_000,
  retryNonIdempotent: false,
  validate: true,
  throttle: true,
  logLevel: 'warn',
  maxConcurrency: 64,
} as const;

const limitNames = [
  'maxRetries',
  'initialRetryDelay',
  'maxRetryDelay',
  'timeout',
  'totalTimeout',
  'retryNonIdempotent',
] as const satisfies (keyof RetryPolicy)[];

function makeClient<Methods>(
  described: Readonly<Record<string, Operation>>,
  options: ClientOptions<DefaultParameters>,
  shared?: Shared,
): Methods & ClientBase<Methods> {
  const { context, limits } = readOptions(options, Object.values(described), shared);
  const base: ClientBase<Methods> = {
    baseUrl: context.baseUrl,
    limits,
    with(changes) {
      const merged = mergeOptions(options, changes) as ClientOptions<DefaultParameters>;
      if (changes.instance !== undefined) delete merged.baseUrl;
      if (changes.baseUrl !== undefined) delete merged.instance;
      const isSame = identity.every((name) => Reflect.get(changes, name) === undefined);
      return makeClient<Methods>(described, merged, isSame ? context : undefined);
    },
  };
  const methods = Object.entries(described).map(([name, operation]) => [
    name,
    (given: unknown, callOptions?: CallOptions) =>
      call<Success>(operation, given, () => contextOfCall(context, callOptions)),
  ]);
  // The generator describes each method in the type, and its operation in the value.
  return Object.assign(base, Object.fromEntries(methods)) as Methods & ClientBase<Methods>;
}

function readOptions(options: ClientOptions<DefaultParameters>, described: Operation[], shared?: Shared) {
  checkClientOptions(options);
  const { apiKey, credentials = {}, headers, parameters } = options;
  for (const [name, credential] of Object.entries({ apiKey, ...credentials })) {
    if (typeof credential !== 'function') checkSecret(name, credential);
  }
  refuseBrowser(options.dangerouslyAllowBrowser);
  const queryNames = described.flatMap((operation) =>
    operation.parameters.flatMap((parameter) => (parameter.in === 'query' ? [parameter.name] : [])),
  );
  for (const name in parameters) {
    if (!queryNames.includes(name)) {
      throw new TypeError(`Option parameters: unknown "${name}"; expected ${queryNames.join(', ')}`);
    }
  }
  const settings = mergeOptions(defaults, options);
  const { maxConcurrency } = settings;
  const context: CallContext = {
    ...settings,
    apiKey,
    credentials,
    fetch: options.fetch,
    logger: options.logger,
    defaults: parameters,
    baseUrl: baseUrlOf(options),
    headers: { ...userAgentHeader(options.userAgent), ...lowerCased(headers) },
    limiter: shared?.limiter ?? new RateLimiter(),
    semaphore: shared?.semaphore ?? new Semaphore(maxConcurrency),
  };
  const limits = Object.fromEntries(
    limitNames.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
  return { context, limits };
}

function contextOfCall(context: CallContext, options: CallOptions | undefined): CallContext {
  if (!options) return context;
  checkCallOptions(options);
  const headers = { ...context.headers, ...lowerCased(options.headers) };
  return { ...mergeOptions(context, options), headers };
}

/** Names this client; a browser names itself. */
function userAgentHeader(suffix: string | undefined): Record<string, string> {
  if (isBrowser()) return {};
  return { 'user-agent': ['session-series-client/', version, suffix && ` ${suffix}`].join('') };
}

/** Headers with their names in lower case, so that one replaces another whatever its case. */
function lowerCased(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

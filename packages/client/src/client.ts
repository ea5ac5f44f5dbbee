import { baseUrlOf } from './base-url.ts';
import { type CallContext, call, type Success } from './call.ts';
import { contextOf, withCallOptions } from './create-call.ts';
import { operations } from './generated/all-operations.ts';
import type { DefaultParameters, Operations } from './generated/methods.ts';
import { version } from './generated/version.ts';
import { readHeaders } from './headers.ts';
import { logOf } from './log.ts';
import type { Operation, TypedOperation } from './operation.ts';
import { type CallOptions, type ClientOptions, checkCallOptions, checkClientOptions } from './options.ts';
import { RateLimiter } from './rate-limiter.ts';
import { refuseUnknown } from './refuse.ts';
import { defaultLimits, mergeOptions, type RetryPolicy, seconds } from './retry.ts';
import { type Shared, schedulerOf } from './scheduler.ts';
import { isBrowser } from './security.ts';
import { Semaphore } from './semaphore.ts';

/** What a client has in addition to its operations. */
export interface ClientBase<Methods> {
  /** Where requests go. */
  readonly baseUrl: string;
  /** The limits set for this client; missing ones have their defaults. */
  readonly limits: RetryPolicy;
  /**
   * Makes a client with the options of this one, overridden by others. Both share one rate limit and one `maxConcurrency`,
   * unless the target, the credentials or `maxConcurrency` change.
   *
   * @throws TypeError in the same cases as {@link createClient}.
   *
   * @example
   * const patient = client.with({ maxRetries: 10, totalTimeout: 600_000 });
   */
  with(options: Partial<ClientOptions<DefaultParameters>>): Methods & ClientBase<Methods>;
}

/** A client for one target and one key, with a method for each operation of the contract. */
export interface Client extends Operations, ClientBase<Operations> {}

/** The methods for described operations. */
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
 * Like {@link createClient}, with some operations only: bundlers leave out the others.
 *
 * @throws TypeError in the same cases as {@link createClient}.
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

/** Options that identify a client to the server. */
const identity = ['instance', 'baseUrl', 'apiKey', 'credentials', 'maxConcurrency'];

function makeClient<Methods>(
  described: Readonly<Record<string, Operation>>,
  options: ClientOptions<DefaultParameters>,
  sharedBefore?: Shared,
): Methods & ClientBase<Methods> {
  checkClientOptions(options);
  checkNames(options, Object.values(described));
  const { maxConcurrency = 64 } = options;
  const shared = sharedBefore ?? { limiter: new RateLimiter(), semaphore: new Semaphore(maxConcurrency) };
  const context = clientContextOf(options, shared);
  const set = Object.entries(options).filter(([, value]) => value !== undefined);
  const base: ClientBase<Methods> = {
    baseUrl: context.baseUrl,
    limits: Object.fromEntries(set.filter(([name]) => name in defaultLimits)),
    with(changes) {
      const { instance: _instance, baseUrl: _baseUrl, ...others } = options;
      const isSameTarget = (changes.instance ?? changes.baseUrl) === undefined;
      // One of the two has a target.
      const merged = mergeOptions(
        isSameTarget ? options : others,
        changes,
      ) as ClientOptions<DefaultParameters>;
      const isSame = identity.every((name) => Reflect.get(changes, name) === undefined);
      return makeClient<Methods>(described, merged, isSame ? shared : undefined);
    },
  };
  const methods = Object.entries(described).map(([name, operation]) => [
    name,
    (given: unknown, callOptions?: CallOptions) =>
      call<Success>(operation, given, () => {
        if (callOptions) checkCallOptions(callOptions);
        return withCallOptions(context, callOptions);
      }),
  ]);
  // The generator puts the method into the type, and the operation into the value.
  return Object.assign(base, Object.fromEntries(methods)) as Methods & ClientBase<Methods>;
}

/** @throws TypeError for a parameter or a credential that no operation has. */
function checkNames({ parameters = {}, credentials = {} }: ClientOptions, described: Operation[]): void {
  const queryNames = described
    .flatMap((operation) => operation.parameters.query ?? [])
    .map(({ name }) => name);
  refuseUnknown('parameters', parameters, queryNames);
  const schemes = described.flatMap(({ security }) => security.flat().map(({ id }) => id));
  refuseUnknown(
    'credentials',
    credentials,
    [...new Set(schemes)].filter((id) => id !== 'apiKey'),
  );
}

function clientContextOf(options: ClientOptions<DefaultParameters>, shared: Shared): CallContext {
  const { instance, throttle = true, logger, logLevel = 'warn', parameters, userAgent, headers } = options;
  const log = logOf(options, logger, logLevel);
  return {
    ...contextOf({ ...options, baseUrl: baseUrlOf(options) }),
    scheduler: schedulerOf(shared, throttle, ({ method, url }, delay) =>
      log.warn(`${method} ${url}: ${shared.limiter.describe()}; sending in ${seconds(delay)}`),
    ),
    onResponse: log.onResponse,
    onRetry: log.onRetry,
    hasServers: instance !== undefined,
    headers: { ...readHeaders(userAgentHeader(userAgent)), ...readHeaders(headers) },
    defaults: parameters,
  };
}

/** The `User-Agent` of this client; browsers set their own. */
function userAgentHeader(suffix: string | undefined): Record<string, string> {
  if (isBrowser()) return {};
  return { 'user-agent': ['session-series-client/', version, suffix && ` ${suffix}`].join('') };
}

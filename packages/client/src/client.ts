import { baseUrlOf } from './base-url.ts';
import { type CallContext, call, type Success } from './call.ts';
import { contextOf, withCallOptions } from './create-call.ts';
import { createHooks } from './create-hooks.ts';
import { operations } from './generated/all-operations.ts';
import type { DefaultParameters, Operations } from './generated/methods.ts';
import { version } from './generated/version.ts';
import { readHeaders } from './headers.ts';
import type { Operation, TypedOperation } from './operation.ts';
import { type CallOptions, type ClientOptions, callOptions, checkOptions, clientOptions } from './options.ts';
import { refuseUnknown } from './refuse.ts';
import { mergeOptions, type RetryPolicy } from './retry.ts';
import { isBrowser } from './security.ts';
import { Semaphore } from './semaphore.ts';
import { withTimeout } from './timing.ts';
import type { Scheduler } from './with-retry.ts';

/** What a client has in addition to its operations. */
export interface ClientBase<Methods> {
  /** Where requests go. */
  readonly baseUrl: string;
  /** The limits set for this client that have other defaults in a range. */
  readonly limits: Pick<RetryPolicy, 'maxRetries' | 'totalTimeout'>;
  /**
   * Makes a client with the options of this one, overridden by others. Both share one `maxConcurrency` unless it changes.
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

function makeClient<Methods>(
  described: Readonly<Record<string, Operation>>,
  options: ClientOptions<DefaultParameters>,
  places?: Semaphore,
): Methods & ClientBase<Methods> {
  checkOptions(options, clientOptions);
  checkNames(options, Object.values(described));
  const { maxConcurrency = 64, maxRetries, totalTimeout } = options;
  const shared = places ?? new Semaphore(maxConcurrency);
  const context = clientContextOf(options, shared);
  const base: ClientBase<Methods> = {
    baseUrl: context.baseUrl,
    limits: { maxRetries, totalTimeout },
    with(changes) {
      const target = changes.instance ?? changes.baseUrl;
      const others = target === undefined ? options : { ...options, instance: undefined, baseUrl: undefined };
      const merged = mergeOptions(others, changes);
      // One of the two has a target.
      const complete = merged as ClientOptions<DefaultParameters>;
      return makeClient<Methods>(described, complete, changes.maxConcurrency ? undefined : shared);
    },
  };
  const methods: Record<string, unknown> = {};
  for (const [name, operation] of Object.entries(described)) {
    methods[name] = (parameters: unknown, given?: CallOptions) =>
      call<Success>(operation, parameters, () => {
        if (given) checkOptions(given, callOptions);
        return withCallOptions(context, given);
      });
  }
  // The generator puts the method into the type, and the operation into the value.
  return Object.assign(base, methods) as Methods & ClientBase<Methods>;
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

function clientContextOf(options: ClientOptions<DefaultParameters>, places: Semaphore): CallContext {
  const { apiKey, parameters, userAgent } = options;
  const baseUrl = baseUrlOf(options);
  const common = contextOf({ ...options, baseUrl });
  const throttle = options.throttle?.(baseUrl, apiKey);
  const inPlace: Scheduler['run'] = async (attempt, { end, context, timeoutError }) => {
    if (!places.tryAcquire()) {
      await withTimeout(
        end - Date.now(),
        context.signal,
        () => timeoutError('totalTimeout'),
        (ended) => places.acquire(ended),
      );
    }
    return attempt().finally(() => places.release());
  };
  return {
    ...common,
    hooks: createHooks(options),
    throttle,
    run: throttle ? (attempt, turn) => throttle.run(() => inPlace(attempt, turn), turn) : inPlace,
    hasServers: options.instance !== undefined,
    headers: { ...readHeaders(userAgentHeader(userAgent)), ...common.headers },
    defaults: parameters,
  };
}

/** The `User-Agent` of this client; browsers set their own. */
function userAgentHeader(suffix: string | undefined): Record<string, string | undefined> {
  return { 'user-agent': isBrowser() ? undefined : `session-series-client/${version} ${suffix ?? ''}` };
}

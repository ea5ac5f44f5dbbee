/**
 * Options of TanStack Query for every operation of the contract, and for series of any length. Optional: install
 * `@tanstack/react-query` next to this package. Any other TanStack adapter takes the same options.
 *
 * @module @session-series/client/react-query
 */
import { type QueryKey, queryOptions } from '@tanstack/react-query';
import type { Call, Success } from './call.ts';
import type { CallOptions } from './options.ts';
import { type AnyClient, keyOf } from './query-key.ts';

export type { AnyClient } from './query-key.ts';
export { rangeOptions } from './range/react-query.ts';

/** The names of a client's operations. */
export type OperationName<Client> = {
  [Name in keyof Client]: Client[Name] extends (parameters: never, options?: CallOptions) => Call<Success>
    ? Name
    : never;
}[keyof Client];

/** The parameters of an operation. */
export type ParametersOf<Method> = Method extends (
  parameters: infer Parameters,
  options?: CallOptions,
) => unknown
  ? Parameters
  : never;

/** The body of an operation's successful response. */
export type BodyOf<Method> = Method extends (...given: never[]) => Call<infer Answer>
  ? Answer['body']
  : never;

/**
 * Options of TanStack Query for one call of an operation, with the client's retries, checks and typed errors. Cancelling the query
 * aborts the call.
 *
 * @example
 * const { data, error } = useQuery(operationOptions(client, 'getSessionsDataSeries', { length: 14 }));
 */
export function operationOptions<Client extends AnyClient, Name extends OperationName<Client>>(
  client: Client,
  operation: Name,
  parameters: ParametersOf<Client[Name]>,
  options: Omit<CallOptions, 'signal'> = {},
) {
  return queryOptions<BodyOf<Client[Name]>, Error, BodyOf<Client[Name]>, QueryKey>({
    queryKey: [...keyOf(client), operation, parameters ?? {}],
    queryFn: ({ signal }) => {
      // The name is one of an operation.
      const method = client[operation] as (
        given: unknown,
        options: CallOptions,
      ) => Promise<BodyOf<Client[Name]>>;
      return method(parameters, { ...options, signal });
    },
    // The client already retries.
    retry: false,
  });
}

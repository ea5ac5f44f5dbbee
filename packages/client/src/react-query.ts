/**
 * Hooks of TanStack Query for every operation of the contract. Optional: install `openapi-react-query` and
 * `@tanstack/react-query` beside this package.
 *
 * @module
 */
import createHooks, { type OpenapiQueryClient } from 'openapi-react-query';
import type { Client } from './client.ts';
import type { paths } from './generated/openapi.ts';

/**
 * Makes the hooks of a client: `useQuery`, `useSuspenseQuery`, `queryOptions` and the others of openapi-react-query, with
 * the contract's paths, parameters and answers as their types.
 *
 * They send requests through `client.raw`: tries, pauses and caching are TanStack Query's, and an answer that is no success
 * rejects with its body.
 *
 * @example
 * const queries = createQueries(client);
 * const { data } = queries.useQuery('get', '/sessions/data_series', { params: { query: { length: 14 } } });
 */
export function createQueries(client: Client): OpenapiQueryClient<paths, 'application/json'> {
  return createHooks(client.raw);
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readContract } from 'openapi-mock-engine/model';
import type { Call, CallOptions, Client, Operations, Success } from '../src/index.ts';

const file = fileURLToPath(import.meta.resolve('@session-series/contract/openapi.en.json'));
const operation = readContract(JSON.parse(readFileSync(file, 'utf8'))).operations.find(
  ({ method, parameters }) => method === 'GET' && parameters.every(({ in: place }) => place === 'query'),
);
if (operation === undefined) throw new Error('The contract has no operation that only reads by a query.');
const required = operation.parameters.filter((parameter) => parameter.required);
const values = required.map(({ name, examples: [one] }) => [name, one?.value] as const);
const parameters = Object.fromEntries(values);
const query = new URLSearchParams(Object.fromEntries(values.map(([name, value]) => [name, String(value)])));

/** The name of the operation that {@link callAny} calls. */
export const name = operation.id as keyof Operations; // Each operation of the contract is one of the client.

/** The target of its request. */
export const target = `${operation.path}?${query}`;

/** Calls an operation that only reads, with what it requires: for tests of what holds for any operation. */
export function callAny(client: Client, options?: CallOptions): Call<Success> {
  // In a contract of several operations, no parameters fit all methods: these are the examples of the one that is called.
  const methods: Record<keyof Operations, (parameters: never, options?: CallOptions) => Call<Success>> =
    client;
  return methods[name](parameters as never, options);
}

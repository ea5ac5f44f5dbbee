import { readContract } from '../../openapi-mock-engine/src/model/index.ts';
import { validRequest } from '../../openapi-mock-engine/test/support/requests.ts';
import { document } from '../src/generated/document.ts';

/** The contract of the mock. */
export const contract = readContract(document);

/** An operation that only reads, with a query: tests that hold for any operation call this one. */
export const operation = required(
  contract.operations.find(
    ({ method, parameters }) =>
      method === 'GET' &&
      parameters.some(({ in: place, examples }) => place === 'query' && examples.length > 0),
  ),
);

/** A request for it that is answered with 200, made from the examples of the contract. */
export const { target, headers } = required(validRequest(contract, operation));

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The contract has no operation to read something by its query.');
  return value;
}

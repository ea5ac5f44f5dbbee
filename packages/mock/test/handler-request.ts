import type { HandlerRequest } from 'openapi-mock-engine';
import { contract } from './contract.ts';

/** A request as a handler gets it, with these parameters of the query. */
export function handlerRequest(query: HandlerRequest['query'], now: number): HandlerRequest {
  const [operation] = contract.operations;
  if (operation === undefined) throw new Error('The contract has no operation.');
  return {
    path: {},
    query,
    headers: {},
    cookies: {},
    body: undefined,
    now,
    random: () => 0,
    state: new Map(),
    operation,
  };
}

/**
 * The mock in the same process, without a server or Node.js modules. For pages, and for tests without a port.
 * @module
 */
import { answerFetch } from './fetch.ts';
import { Mock } from './mock.ts';
import type { MockOptions } from './options.ts';

export type { Coverage } from './coverage/counter.ts';
export { coverageTable } from './coverage/report.ts';
export { FaultSyntaxError } from './faults/parse.ts';
export type { Handler, HandlerAnswer, HandlerRefusal, HandlerRequest, Handlers } from './handler.ts';
export type { RequestFilter } from './log/request-log.ts';
export { Mock } from './mock.ts';
export { ContractError } from './model/index.ts';
export type { LoggedRequest, MockOptions } from './options.ts';
export { defineHandlers, type HandlerOf, type HandlersOf } from './types/typed-handler.ts';

/**
 * A `fetch` that answers like the server of the mock, for any host.
 *
 * @param document a parsed OpenAPI document, or a `Mock` whose requests you want to inspect later
 *
 * @example
 * const fetch = createMockFetch(document, { handlers, seed: 7 });
 * const response = await fetch('https://mock.invalid/pets/7');
 *
 * It rejects like `fetch`: with the signal's reason, and with a `TypeError` when a fault breaks the connection.
 * @throws ContractError @throws FaultSyntaxError @throws RangeError if an option is invalid
 */
export function createMockFetch(document: unknown, options: MockOptions = {}): typeof globalThis.fetch {
  const mock = document instanceof Mock ? document : new Mock(document, options);
  return (input, init) =>
    answerFetch(mock, new Request(input, init), () => {
      throw new TypeError('fetch failed: the mock was asked to break the connection');
    });
}

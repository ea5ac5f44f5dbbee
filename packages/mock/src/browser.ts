/**
 * The mock in the same process, without a server or Node.js modules. For pages on a static host.
 * @module
 */
import { createMockFetch as createEngineFetch, Mock } from 'openapi-mock-engine/browser';
import { document } from './generated/document.ts';
import { type MockOptions, toEngineOptions } from './options.ts';

export { FaultSyntaxError, type LoggedRequest, type Mock } from 'openapi-mock-engine/browser';
export type { MockOptions } from './options.ts';
export * from './series/index.ts';

/**
 * A mock without a server, which can be inspected after requests: pass it to `createMockFetch` or `handlers`.
 *
 * @throws FaultSyntaxError if `faults` is wrong @throws RangeError if an option is invalid
 */
export function createMock(options: MockOptions = {}): Mock {
  return new Mock(document, toEngineOptions(options));
}

/**
 * A `fetch` that answers like the server of the mock, for any host.
 *
 * @example
 * const fetch = createMockFetch({ now: '2026-01-31T12:00:00Z' });
 * const response = await fetch('https://mock.invalid/sessions/data_series?length=14', {
 *   headers: { Authorization: 'Bearer any-key' },
 * });
 *
 * It rejects like `fetch`: with the signal's reason, and with a `TypeError` when a fault breaks the connection.
 * @throws FaultSyntaxError if `faults` is wrong @throws RangeError if an option is invalid
 */
export function createMockFetch(options: MockOptions | Mock = {}): typeof globalThis.fetch {
  return createEngineFetch(options instanceof Mock ? options : createMock(options));
}

/**
 * The mock as handlers for MSW, in a browser or in a test under Node.js.
 * @module
 */
import type { RequestHandler } from 'msw';
import { handlers as engineHandlers, Mock } from 'openapi-mock-engine/msw';
import { document } from './generated/document.ts';
import { type MockOptions, toEngineOptions } from './options.ts';

export type { LoggedRequest, Mock } from 'openapi-mock-engine/msw';
export type { MockOptions } from './options.ts';

/** The options of handlers: those of the mock, and where to listen. */
export interface HandlerOptions extends MockOptions {
  /** Base URLs to answer for, including the control API. @default every server of the contract */
  baseUrls?: readonly string[];
}

/**
 * Handlers that answer requests to the given base URLs like the server of the mock.
 *
 * @example
 * const server = setupServer(...handlers({ baseUrls: ['https://rest.iad-01.braze.com'] }));
 * server.listen();
 */
export function handlers({ baseUrls, ...options }: HandlerOptions = {}): RequestHandler[] {
  const mock = new Mock(document, toEngineOptions(options));
  return engineHandlers(mock, baseUrls === undefined ? {} : { baseUrls });
}

/**
 * The mock as handlers for MSW, in a browser or in a test under Node.js.
 * @module
 */
import { HttpResponse, http, type RequestHandler } from 'msw';
import { answerFetch } from './fetch.ts';
import { contract } from './generated/contract.ts';
import { Mock } from './mock.ts';
import type { MockOptions } from './options.ts';

export type { LoggedRequest, MockOptions } from './options.ts';

/** Where the handlers listen, beside how they answer. */
export interface HandlerOptions extends MockOptions {
  /** Base URLs to answer for, the control API included. @default every server of the contract */
  baseUrls?: readonly string[];
}

/**
 * Handlers that answer every request to the given base URLs as the mock's server would.
 *
 * @example
 * const server = setupServer(...handlers({ baseUrls: ['https://rest.iad-01.braze.com'] }));
 * server.listen();
 */
export function handlers({ baseUrls = contract.servers, ...options }: HandlerOptions = {}): RequestHandler[] {
  const mock = new Mock(options);
  return baseUrls.map((baseUrl) =>
    http.all(`${baseUrl.replace(/\/$/, '')}/*`, ({ request }) =>
      answerFetch(mock, request, () => HttpResponse.error()),
    ),
  );
}

/**
 * The mock as handlers for MSW, in a browser or in a test under Node.js.
 * @module
 */
import { HttpResponse, http, type RequestHandler } from 'msw';
import { answerFetch } from './fetch.ts';
import { Mock } from './mock.ts';
import type { MockOptions } from './options.ts';

export { Mock } from './mock.ts';
export type { LoggedRequest, MockOptions } from './options.ts';

/** The options of handlers: those of the mock, and where to listen. */
export interface HandlerOptions extends MockOptions {
  /** Base URLs to answer for, including the control API. @default every server of the contract */
  baseUrls?: readonly string[];
}

/**
 * Handlers that answer requests to the given base URLs like the server of the mock.
 *
 * @param document a parsed OpenAPI document, or a `Mock` whose requests you want to inspect later
 *
 * @example
 * const server = setupServer(...handlers(document, { baseUrls: ['https://api.example.com/v1'] }));
 * server.listen();
 */
export function handlers(document: unknown, { baseUrls, ...options }: HandlerOptions = {}): RequestHandler[] {
  const mock = document instanceof Mock ? document : new Mock(document, options);
  const urls = baseUrls ?? [
    ...new Set(
      mock.contract.operations.flatMap(({ servers }) => servers.map(({ defaultUrl }) => defaultUrl)),
    ),
  ];
  return urls.map((baseUrl) => {
    const base = baseUrl.replace(/\/+$/, '');
    // The paths of the contract come after the path of the base URL.
    const path = URL.canParse(base) ? new URL(base).pathname.replace(/\/+$/, '') : base;
    return http.all(`${base}/*`, ({ request }) =>
      answerFetch(mock, request, () => HttpResponse.error(), path),
    );
  });
}

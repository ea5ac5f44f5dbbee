import createOpenApiClient, { type Client, type Middleware } from 'openapi-fetch';
import { baseUrlOf, type Target } from './base-url.ts';
import type { paths } from './generated/openapi.ts';

/** Where requests go, with which key, and through what. */
export type RawClientOptions = Target & {
  /**
   * The REST API key, with the permission `sessions.data_series`; visible ASCII characters without spaces or quotes. A
   * secret of servers: no error, no log and no look into the client shows it.
   */
  apiKey: string;
  /**
   * Send the key from a browser all the same: only for a mock, or a proxy that puts in a key of its own.
   *
   * @default false
   */
  dangerouslyAllowBrowser?: boolean | undefined;
  /**
   * A `fetch` of your own, called with the request and its signal. An answer of a test, a proxy's agent, a trace.
   *
   * @default the platform's
   */
  fetch?: ((request: Request, init?: RequestInit) => Promise<Response>) | undefined;
  /**
   * Middleware of openapi-fetch, for every request of this client. What it throws itself is thrown on, and not tried again.
   *
   * @default none
   */
  middleware?: readonly Middleware[] | undefined;
};

/** The typed client of every path of the contract, as openapi-fetch makes it. */
export type RawClient = Client<paths, 'application/json'>;

/**
 * Makes the typed client of every path of the contract: openapi-fetch with an instance and a key, and no more weight. A
 * call is sent once and gives `data` or `error`, with the `response`; no tries, time limits or checks.
 *
 * @throws TypeError for an unknown instance, plain http to another machine, no usable key, or a key in a browser.
 *
 * @example
 * const raw = createRawClient({ instance: 'EU-01', apiKey });
 * const { data, error, response } = await raw.GET('/sessions/data_series', { params: { query: { length: 14 } } });
 */
export function createRawClient(options: RawClientOptions): RawClient {
  // JavaScript gives undefined for a variable of the environment that is not set.
  const { apiKey = '' } = options;
  if (!/^[!#-&(-~]+$/.test(apiKey)) {
    throw new TypeError('apiKey: empty, or with spaces or quotes.');
  }
  // Pages and workers of a browser have it; no server has.
  if ('indexedDB' in globalThis && !options.dangerouslyAllowBrowser) {
    throw new TypeError('apiKey: in a browser. Expected dangerouslyAllowBrowser.');
  }
  const raw = createOpenApiClient<paths, 'application/json'>({
    baseUrl: baseUrlOf(options),
    headers: { authorization: `Bearer ${apiKey}` },
    // A redirect could take the key to another host.
    redirect: 'manual',
    // Without one, openapi-fetch takes the platform's; its type does not say so.
    fetch: options.fetch as typeof fetch,
  });
  raw.use(...(options.middleware ?? []));
  return raw;
}

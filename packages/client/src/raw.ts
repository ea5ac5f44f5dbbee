/**
 * openapi-fetch with the contract's paths, for those who know it or want its middleware.
 *
 * @module @session-series/client/raw
 */
import createOpenApiClient, { type Client, type ClientOptions } from 'openapi-fetch';
import { baseUrlOf, type Target } from './base-url.ts';
import type { paths } from './generated/openapi.ts';
import { checkSecret, refuseBrowser } from './security.ts';

/** Target, key and options of openapi-fetch. */
export type RawClientOptions = Target &
  Pick<ClientOptions, 'fetch' | 'querySerializer' | 'bodySerializer' | 'requestInitExt'> & {
    /** The REST API key. */
    apiKey: string;
    /** Send the key from a browser; see the main entry. */
    dangerouslyAllowBrowser?: boolean | undefined;
    /** Send the key over plain http to any host. */
    allowInsecure?: boolean | undefined;
  };

/** The typed client of every path of the contract, as openapi-fetch makes it. */
export type RawClient = Client<paths>;

/**
 * Makes the typed client of every path of the contract. A call is sent once and gives `data` or `error`, with the `response`: no
 * retries, time limits or checks. The key is guarded as in the main entry.
 *
 * @throws TypeError for no target, plain http to another machine, no usable key, or a key in a browser.
 *
 * @example
 * const raw = createRawClient({ instance: 'EU-01', apiKey });
 * const { data, error, response } = await raw.GET('/sessions/data_series', { params: { query: { length: 14 } } });
 */
export function createRawClient(options: RawClientOptions): RawClient {
  const {
    instance: _instance,
    baseUrl: _baseUrl,
    apiKey,
    dangerouslyAllowBrowser,
    allowInsecure: _,
    ...rest
  } = options;
  checkSecret('apiKey', apiKey);
  refuseBrowser(dangerouslyAllowBrowser);
  return createOpenApiClient<paths>({
    ...rest,
    baseUrl: baseUrlOf(options),
    headers: { authorization: `Bearer ${apiKey}` },
    // A redirect could take the key to another host.
    redirect: 'manual',
  });
}

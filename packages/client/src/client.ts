import createRawClient, { type Client as RawClient } from 'openapi-fetch';
import { baseUrlOf, type Target } from './base-url.ts';
import { type EndingAt, endingAtText } from './ending-at.ts';
import { httpError, InvalidResponseError, NetworkError, type RequestFacts } from './errors.ts';
import type { components, operations, paths } from './generated/openapi.ts';
import { type RateLimit, rateLimitOf } from './rate-limit.ts';

type Query = operations['getSessionsDataSeries']['parameters']['query'];

/** What to ask for; the names are the contract's. */
export type SessionsQuery = Omit<Query, 'ending_at'> & {
  /** {@inheritDoc EndingAt} */
  ending_at?: EndingAt;
};

/** A series, with the state of the rate limit that came with it. */
export type SessionsSeries = components['schemas']['SessionsDataSeries'] & {
  /** `undefined` when the answer did not tell. */
  rateLimit: RateLimit | undefined;
};

/** A query with a name that the contract does not know does not compile. */
type Exactly<Known, Given> = Given & { [Name in Exclude<keyof Given, keyof Known>]: never };

export type ClientOptions = Target & {
  /** The REST API key; a secret of servers. */
  apiKey: string;
  /** Send the key from a browser all the same: only for a mock or a proxy that needs none. Default: `false`. */
  dangerouslyAllowBrowser?: boolean;
  /** A `fetch` of your own. Default: the platform's. */
  fetch?: (request: Request) => Promise<Response>;
};

export interface CallOptions {
  /** Aborts the call. */
  signal?: AbortSignal;
}

export interface Client {
  /**
   * Gets a series of session counts.
   *
   * @throws {HttpError} of the class of its status, when the server answers with an error.
   * @throws {NetworkError} when no answer comes.
   * @throws {InvalidResponseError} when the answer is not what the contract describes.
   * @throws the signal's reason, when the call is aborted.
   *
   * @example
   * const { data } = await client.getSessionsDataSeries({ length: 14, unit: 'day' });
   */
  getSessionsDataSeries<Given extends SessionsQuery>(
    query: Exactly<SessionsQuery, Given>,
    options?: CallOptions,
  ): Promise<SessionsSeries>;
  /** The typed client of every path of the contract, as openapi-fetch makes it. */
  readonly raw: RawClient<paths, 'application/json'>;
}

/**
 * Makes a client for one instance and one key.
 *
 * @throws {TypeError} for an unknown instance, plain http to another machine, no key, or a key in a browser.
 *
 * @example
 * const client = createClient({ instance: 'EU-01', apiKey });
 */
export function createClient(options: ClientOptions): Client {
  const { apiKey } = options;
  if (!apiKey) throw new TypeError('apiKey is empty: a REST API key is needed.');
  if ('document' in globalThis && !options.dangerouslyAllowBrowser) {
    throw new TypeError(
      'A REST API key must not reach a browser: call your own server from the page, and this client there. ' +
        'With a mock or a proxy that holds the key, set dangerouslyAllowBrowser.',
    );
  }
  const baseUrl = baseUrlOf(options);
  const raw = createRawClient<paths, 'application/json'>({
    baseUrl,
    headers: { authorization: `Bearer ${apiKey}` },
    // A redirect to another host would take the key with it.
    redirect: 'error',
    ...(options.fetch && { fetch: options.fetch }),
  });

  return {
    raw,
    async getSessionsDataSeries({ ending_at, ...query }, { signal } = {}) {
      const request: RequestFacts = { method: 'GET', url: baseUrl };
      const answer = await raw
        .GET('/sessions/data_series', {
          params: {
            query: { ...query, ...(ending_at !== undefined && { ending_at: endingAtText(ending_at) }) },
          },
          fetch: (sent) => {
            request.url = sent.url;
            return (options.fetch ?? globalThis.fetch)(sent);
          },
          ...(signal && { signal }),
        })
        .catch((error: unknown) => {
          signal?.throwIfAborted();
          if (error instanceof SyntaxError) {
            throw new InvalidResponseError('the answer is not JSON', request, { cause: error });
          }
          throw new NetworkError('no answer', request, { cause: error });
        });
      const rateLimit = rateLimitOf(answer.response.headers);
      if (answer.data) return { ...answer.data, rateLimit };
      throw httpError(request, {
        status: answer.response.status,
        detail: messageOf(answer.error) ?? answer.response.statusText,
        errors: answer.error?.errors ?? [],
        rateLimit,
      });
    },
  };
}

function messageOf(body: unknown): string | undefined {
  return typeof body === 'object' && body !== null && 'message' in body ? String(body.message) : undefined;
}

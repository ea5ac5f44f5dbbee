import createRawClient, { type Middleware, type Client as RawClient } from 'openapi-fetch';
import { baseUrlOf, type Target } from './base-url.ts';
import { type EndingAt, endingAtText } from './ending-at.ts';
import { httpError, InvalidResponseError, NetworkError, type RequestFacts } from './errors.ts';
import type { components, operations, paths } from './generated/openapi.ts';
import { flawOfSessionsDataSeries } from './generated/validate.ts';
import { Pace } from './pace.ts';
import { type RateLimit, rateLimitOf } from './rate-limit.ts';
import { defaultRetryPolicy, type RetryPolicy, retryAfterOf } from './retry.ts';
import { type Logger, tryAgain } from './try-again.ts';

type Query = operations['getSessionsDataSeries']['parameters']['query'];

/** What to ask for; the names are the contract's. */
export type SessionsQuery = Omit<Query, 'ending_at'> & {
  /** The end of the series; without it, the time of the request. Its offset decides which days are counted. */
  ending_at?: EndingAt;
};

/** A series, with the state of the rate limit that came with it. */
export type SessionsSeries = components['schemas']['SessionsDataSeries'] & {
  /** `undefined` when the answer did not tell. */
  rateLimit: RateLimit | undefined;
};

/** A query with a name that the contract does not know does not compile. */
export type Exactly<Known, Given> = Given & { [Name in Exclude<keyof Given, keyof Known>]: never };

/** What a client needs to know, and what may be changed about it. */
export type ClientOptions = Target &
  Partial<RetryPolicy> & {
    /** The REST API key; a secret of servers. */
    apiKey: string;
    /** Send the key from a browser all the same: only for a mock or a proxy that needs none. Default: `false`. */
    dangerouslyAllowBrowser?: boolean;
    /** Check each answer against the contract. Default: `true`. */
    validate?: boolean;
    /** A `fetch` of your own. Default: the platform's. */
    fetch?: (request: Request) => Promise<Response>;
    /** Middleware of openapi-fetch, for every request of this client. */
    middleware?: Middleware[];
    /** Hears of each try that failed and will be made again. */
    logger?: Logger;
  };

/** What one call may change. */
export interface CallOptions extends Partial<RetryPolicy> {
  /** Aborts the call, its pauses included. */
  signal?: AbortSignal;
}

/** A client for one instance and one key. */
export interface Client {
  /**
   * Gets a series of session counts.
   *
   * @throws {HttpError} of the class of its status, when the server answers with an error.
   * @throws {NetworkError} when no answer comes, {@link TimeoutError} when it does not come in time.
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
  /** The typed client of every path of the contract, as openapi-fetch makes it: no retries, no checks. */
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
  const { apiKey, validate = true, fetch: send = globalThis.fetch } = options;
  if (!apiKey) throw new TypeError('apiKey is empty: a REST API key is needed.');
  if ('document' in globalThis && !options.dangerouslyAllowBrowser) {
    throw new TypeError(
      'A REST API key must not reach a browser. Call your own server from the page, and this client there. ' +
        'With a mock, or a proxy that holds the key, set dangerouslyAllowBrowser.',
    );
  }
  const baseUrl = baseUrlOf(options);
  const pace = new Pace();
  const raw = createRawClient<paths, 'application/json'>({
    baseUrl,
    headers: { authorization: `Bearer ${apiKey}` },
    // A redirect to another host would take the key with it.
    redirect: 'error',
    fetch: send,
  });
  raw.use(...(options.middleware ?? []));

  return {
    raw,
    getSessionsDataSeries({ ending_at, ...rest }, call = {}) {
      const query = { ...rest, ...(ending_at !== undefined && { ending_at: endingAtText(ending_at) }) };
      const request: RequestFacts = { method: 'GET', url: `${baseUrl}/sessions/data_series` };
      return tryAgain(once, request, { ...defaultRetryPolicy, ...options, ...call }, pace, call.signal);

      async function once(signal: AbortSignal): Promise<SessionsSeries> {
        let answered = false;
        const { data, error, response } = await raw
          .GET('/sessions/data_series', {
            params: { query },
            signal,
            fetch: (sent) => {
              request.url = sent.url;
              return send(sent).then(
                (answer) => {
                  answered = true;
                  return answer;
                },
                (cause: unknown) => {
                  throw new NetworkError('no answer', request, { cause });
                },
              );
            },
          })
          .catch((cause: unknown) => {
            if (cause instanceof SyntaxError) {
              throw new InvalidResponseError('the answer is not JSON', request, { cause });
            }
            // Reading a body fails like this when the connection is cut; anything else is a middleware's own error.
            if (answered && cause instanceof TypeError) {
              throw new NetworkError('only a part of an answer', request, { cause });
            }
            throw cause;
          });
        const rateLimit = rateLimitOf(response.headers);
        pace.note(rateLimit);
        if (!response.ok) {
          throw httpError(request, {
            status: response.status,
            detail: String(error?.message ?? response.statusText),
            errors: Array.isArray(error?.errors) ? error.errors : [],
            rateLimit,
            retryAfter: retryAfterOf(response.headers, Date.now()),
            requestId: response.headers.get('X-Request-Id') ?? undefined,
          });
        }
        const flaw = validate ? (flawOfSessionsDataSeries(data) ?? tooLong(data, query.length)) : undefined;
        if (!data || flaw) throw new InvalidResponseError(flaw ?? 'the answer is empty', request);
        return { ...data, rateLimit };
      }
    },
  };
}

function tooLong(
  series: SessionsSeries | undefined | { data: unknown[] },
  length: number,
): string | undefined {
  const points = series?.data.length ?? 0;
  return points > length ? `data: ${points} points, though only ${length} were asked for` : undefined;
}

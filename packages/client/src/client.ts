import { ask, type Exchange } from './ask.ts';
import { path } from './generated/operation.ts';
import { createPace } from './pace.ts';
import { createRawClient, type RawClient, type RawClientOptions } from './raw-client.ts';
import type { RetryPolicy } from './retry.ts';
import type { Exactly, SessionsCall, SessionsQuery } from './series.ts';
import { type Logger, tryAgain } from './try-again.ts';

/** What a client needs to know, and what may be changed about it. */
export type ClientOptions = RawClientOptions &
  RetryPolicy & {
    /**
     * Check each answer against the contract, and that it is no longer than asked for. Without, only what is not JSON, or
     * empty, is refused.
     *
     * @default true
     */
    validate?: boolean | undefined;
    /**
     * Hears of each try that failed and will be made again.
     *
     * @default nobody
     */
    logger?: Logger | undefined;
  };

/** What one call may change. */
export interface CallOptions extends RetryPolicy {
  /** Aborts the call, its pauses included: it rejects at once with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** A client for one instance and one key. */
export interface Client {
  /**
   * Gets a series of session counts: `GET /sessions/data_series` of the contract, where the parameters have their bounds.
   *
   * @param query what to ask for, by the contract's names.
   * @param options limits of this call alone, and a signal to abort it.
   * @returns the series; `.withResponse()` gives the answer with its headers beside it.
   * @throws {@link HttpError} of the class of its status, when the server answers with an error.
   * @throws {@link NetworkError} when no answer comes, {@link TimeoutError} when it does not come in time.
   * @throws {@link InvalidResponseError} when the answer is not what the contract describes.
   * @throws TypeError for a parameter that the contract does not know.
   * @throws the signal's reason, when the call is aborted.
   *
   * @example
   * const { data } = await client.getSessionsDataSeries({ length: 14, unit: 'day' });
   */
  getSessionsDataSeries<Given extends SessionsQuery>(
    query: Exactly<SessionsQuery, Given>,
    options?: CallOptions,
  ): SessionsCall;
  /** The typed client of every path of the contract, as openapi-fetch makes it: no retries, no checks. */
  readonly raw: RawClient;
}

// The platform's fetch makes a Request by itself; one before it would cost as much as all that this client adds to a call.
// Without middleware, openapi-fetch only hands it to fetch.
function LightRequest(url: string, init: RequestInit) {
  return { ...init, url };
}

/**
 * Makes a client for one instance and one key. Nothing is sent yet.
 *
 * @throws TypeError for an unknown instance, plain http to another machine, no usable key, or a key in a browser.
 *
 * @example
 * const client = createClient({ instance: 'EU-01', apiKey });
 */
export function createClient(options: ClientOptions): Client {
  const raw = createRawClient(options);
  // Middleware, and a fetch of one's own, are promised a whole Request.
  let light = options.fetch || options.middleware ? undefined : (LightRequest as unknown as typeof Request);
  const pace = createPace();
  return {
    get raw() {
      // Whoever has it may give it middleware.
      light = undefined;
      return raw;
    },
    getSessionsDataSeries(query, call) {
      const exchange: Exchange = { request: { method: 'GET', url: path } };
      const series = tryAgain(
        (signal) => ask(raw, pace, options, query, exchange, signal, light),
        exchange,
        { ...options, ...call },
        pace,
      );
      return Object.assign(series, {
        // The answer is there once the series is.
        withResponse: () => series.then((answer) => ({ ...answer, response: exchange.response as Response })),
      });
    },
  };
}

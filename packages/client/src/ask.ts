import type { FetchResponse } from 'openapi-fetch';
import { endingAtText } from './ending-at.ts';
import {
  BadRequestError,
  ForbiddenError,
  type HttpError,
  InvalidResponseError,
  NetworkError,
  NotFoundError,
  RateLimitedError,
  type RequestFacts,
  ServerError,
  UnauthorizedError,
} from './errors.ts';
import type { operations } from './generated/openapi.ts';
import { parameterNames, path } from './generated/operation.ts';
import { flawOfSessionsDataSeries } from './generated/validate.ts';
import type { Pace } from './pace.ts';
import { rateLimitOf } from './rate-limit.ts';
import type { RawClient, RawClientOptions } from './raw-client.ts';
import type { SessionsQuery, SessionsSeries, WireQuery } from './series.ts';

type Answer = FetchResponse<operations['getSessionsDataSeries'], object, 'application/json'>;

/** One try, filled in while it is under way. */
export interface Exchange {
  request: RequestFacts;
  /** `null` from when the request is sent until there is an answer. */
  response?: Response | null | undefined;
}

const byStatus: Record<number, new (...facts: ConstructorParameters<typeof HttpError>) => HttpError> = {
  401: UnauthorizedError,
  403: ForbiddenError,
  404: NotFoundError,
  429: RateLimitedError,
};

/** Sends a request once, and makes a series or an error of what comes. */
export async function ask(
  raw: RawClient,
  pace: Pace,
  { fetch: own, validate }: Pick<RawClientOptions, 'fetch'> & { validate?: boolean | undefined },
  query: SessionsQuery,
  exchange: Exchange,
  signal: AbortSignal,
): Promise<SessionsSeries> {
  for (const name in query) {
    if (!parameterNames.includes(name)) {
      throw new TypeError(`${name}: unknown. Expected ${parameterNames.join(', ')}.`);
    }
  }
  const { request } = exchange;
  const { ending_at } = query;
  let answer: Answer;
  try {
    answer = await raw.GET(path, {
      // The end of the series is a string now.
      params: { query: (ending_at ? { ...query, ending_at: endingAtText(ending_at) } : query) as WireQuery },
      // A signal is dear in a Request, and the platform's fetch takes it beside one.
      signal: own ? signal : null,
      fetch: (sent) => {
        request.url = sent.url;
        exchange.response = null;
        return (own ?? fetch)(sent, { signal }).then((response) => (exchange.response = response));
      },
    });
  } catch (cause) {
    // Before the request is sent, and from then on before the body is read, it is a middleware's own error.
    if (!(exchange.response?.bodyUsed ?? exchange.response === null)) throw cause;
    throw new (cause instanceof SyntaxError ? InvalidResponseError : NetworkError)(String(cause), request, {
      cause,
    });
  }
  const { data, error, response } = answer;
  const { status } = response;
  const rateLimit = rateLimitOf(response.headers);
  pace.note(rateLimit);
  exchange.response = response;
  if (status >= 400) {
    const ErrorOfStatus = byStatus[status] ?? (status < 500 ? BadRequestError : ServerError);
    throw new ErrorOfStatus(request, response, error, rateLimit);
  }
  const flaw = response.ok
    ? validate !== false && flawOfSessionsDataSeries(data, query.length)
    : 'a redirect';
  if (!data || flaw) throw new InvalidResponseError(`${flaw || 'body'}: not as in the contract`, request);
  return Object.assign(data, { rateLimit });
}

import { endingAtText } from './ending-at.ts';
import {
  AuthenticationError,
  BadRequestError,
  type HttpError,
  InvalidResponseError,
  NetworkError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  type RequestFacts,
  ServerError,
} from './errors.ts';
import { parameterNames, path } from './generated/operation.ts';
import { flawOfSessionsDataSeries } from './generated/validate.ts';
import type { Pace } from './pace.ts';
import { rateLimitOf } from './rate-limit.ts';
import type { RawClient, RawClientOptions } from './raw-client.ts';
import type { SessionsQuery, SessionsSeries, WireQuery } from './series.ts';

/** One try, filled in while it is under way. */
export interface Exchange {
  request: RequestFacts;
  /** The last answer that was read to its end. */
  response?: Response;
}

const byStatus: Record<number, new (...facts: ConstructorParameters<typeof HttpError>) => HttpError> = {
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  429: RateLimitError,
};

/** Sends a request once, and makes a series or an error of what comes. */
export async function ask(
  raw: RawClient,
  pace: Pace,
  {
    apiKey,
    fetch: own,
    validate,
  }: Pick<RawClientOptions, 'apiKey' | 'fetch'> & { validate?: boolean | undefined },
  query: SessionsQuery,
  exchange: Exchange,
  signal: AbortSignal,
  light: typeof Request | undefined,
): Promise<SessionsSeries> {
  for (const name in query) {
    if (!parameterNames.includes(name)) {
      throw new TypeError(`${name}: unknown. Expected ${parameterNames.join(', ')}.`);
    }
  }
  const { request } = exchange;
  // `null` from when the request is sent until there is an answer.
  let answer: Response | null | undefined;
  const { data, error, response } = await raw
    .GET(path, {
      // The end of the series is a string now.
      params: { query: { ...query, ending_at: endingAtText(query.ending_at) } as WireQuery },
      signal,
      Request: light,
      fetch: (sent: Request) => {
        request.url = sent.url;
        answer = null;
        return (light ? fetch(sent.url, sent) : (own ?? fetch)(sent, { signal })).then(
          (response) => (answer = response),
        );
      },
    })
    .catch((cause) => {
      // Before the request is sent, and from then on before the body is read, it is a middleware's own error.
      if (!(answer?.bodyUsed ?? answer === null)) throw cause;
      throw new (cause instanceof SyntaxError ? InvalidResponseError : NetworkError)(String(cause), request, {
        cause,
      });
    });
  const { status } = response;
  const rateLimit = rateLimitOf(response.headers);
  pace.note(rateLimit);
  exchange.response = response;
  if (status >= 400) {
    const ErrorOfStatus = byStatus[status] ?? (status < 500 ? BadRequestError : ServerError);
    throw new ErrorOfStatus(request, response, error, rateLimit, apiKey);
  }
  const flaw = response.ok
    ? validate !== false && flawOfSessionsDataSeries(data, query.length)
    : 'a redirect';
  if (!data || flaw) throw new InvalidResponseError(`${flaw || 'data'}: not as in the contract`, request);
  return Object.assign(data, { rateLimit });
}

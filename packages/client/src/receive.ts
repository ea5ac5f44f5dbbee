import { InvalidResponseError, networkErrorOf, type RequestFacts, type ResponseFacts } from './errors.ts';
import { type ErrorDetail, httpErrorOf } from './http-errors.ts';
import type { Operation, ReadableResponse } from './operation.ts';
import { clockSkewOf, type RateLimit, rateLimitOf, retryAfterOf } from './rate-limit.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { Redact } from './redact.ts';
import { describedBody, parseJson, type Refuse } from './response-bodies.ts';

/** The result of an attempt. */
export interface Result {
  readonly body: unknown;
  readonly status: number;
  readonly response: ReadableResponse;
  readonly rateLimit: RateLimit | undefined;
  readonly requestId: string | undefined;
  readonly request: RequestFacts;
}

interface Received {
  readonly facts: RequestFacts;
  readonly redact: Redact;
  /** When the response headers arrived, in milliseconds since the epoch. */
  readonly now: number;
  /** Receives the state of the rate limit. */
  readonly limiter: RateLimiter | undefined;
  /** Whether the body is validated against the contract. */
  readonly isChecked: boolean;
}

/**
 * Reads a response according to the contract.
 *
 * @throws SessionSeriesError for an error status, and for anything that the contract does not describe.
 */
export async function receive(
  operation: Operation,
  response: ReadableResponse,
  { facts, redact, now, limiter, isChecked }: Received,
): Promise<Result> {
  const { status } = response;
  const skew = clockSkewOf(response.headers, now);
  const rateLimit = rateLimitOf(response.headers);
  limiter?.update(rateLimit, skew);
  const id = response.headers.get('x-request-id');
  const requestId = id ? redact(id) : undefined;

  const described = describedBody(operation, response);
  let content: unknown;
  try {
    // Undescribed bodies are read anyway, to free the connection.
    content = await (described.kind === 'bytes' ? response.blob() : response.text());
  } catch (error) {
    throw networkErrorOf('the body ended early', error, facts, redact);
  }
  const text = typeof content === 'string' ? content : '';
  const responseFacts = (): ResponseFacts => {
    const reset = status === 429 && rateLimit ? new Date(rateLimit.reset.getTime() - skew) : undefined;
    return {
      status,
      headers: headersOf(response, redact),
      body: redact(text).slice(0, 500),
      requestId,
      rateLimit,
      retryAfter: retryAfterOf(response.headers, now) ?? reset,
    };
  };
  const refuse: Refuse = (message, isUnreadable = false) => {
    throw new InvalidResponseError(redact(message), facts, responseFacts(), { isUnreadable });
  };

  if (status >= 400) {
    const { detail, errors } = errorDetailOf(text, response.statusText);
    throw httpErrorOf(facts, responseFacts(), { detail: redact(detail), errors: errors.map(redact) });
  }
  if (described.problem !== undefined) return refuse(redirectMessage(response) ?? described.problem);
  if (described.kind === 'json')
    content = parseJson(text, response, isChecked ? described.validate : undefined, refuse);
  const body = described.kind ? content : undefined;
  return { body, status, response, rateLimit, requestId, request: facts };
}

/** The headers of a response by name in lower case, without secrets. */
export function headersOf({ headers }: ReadableResponse, redact: Redact): Record<string, string> {
  const found: Record<string, string> = {};
  headers.forEach((value, name) => {
    found[name] = redact(value);
  });
  return found;
}

/** What is wrong with a redirect; `undefined` for any other response. */
function redirectMessage({ status, headers }: ReadableResponse): string | undefined {
  const location = headers.get('location');
  // A browser hides status and target.
  if (status !== 0 && !location) return undefined;
  const what = status === 0 ? 'a redirect' : `${status} redirects to ${location}`;
  return `${what}, which is not followed, so that the key stays with its host; check the base URL`;
}

/** The details in the body of an error from any server: `message`, or problem details (RFC 9457). */
function errorDetailOf(text: string, statusText: string): ErrorDetail {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // A proxy's error page says less than the status.
  }
  const { message, detail, title, error, errors } = Object(body);
  return {
    detail: plainText(message || detail || title || error || statusText || 'without a message'),
    errors: [errors ?? []].flat().map(plainText),
  };
}

const plainText = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

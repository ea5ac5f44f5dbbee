import type { Attempt, Sender } from './attempt.ts';
import { InvalidResponseError, networkErrorOf, type RequestFacts, type ResponseFacts } from './errors.ts';
import { httpErrorOf } from './http-errors.ts';
import type { ReadableResponse } from './operation.ts';
import { type RateLimit, readLimits } from './rate-limit.ts';
import type { Redact } from './redact.ts';
import { parseJson } from './response-bodies.ts';

/** The result of an attempt. */
export interface Result {
  readonly body: unknown;
  readonly status: number;
  /** As it came: a header may repeat a key. */
  readonly response: ReadableResponse;
  readonly redact: Redact;
  readonly rateLimit: RateLimit | undefined;
  readonly request: RequestFacts;
}

/** What is known of a response before it is read. */
interface Received {
  readonly redact: Redact;
  /** When the response headers arrived, in milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Reads a response according to the contract.
 *
 * @throws SessionSeriesError for an error status, and for anything that the contract does not describe.
 */
export async function receive(
  response: ReadableResponse,
  { operation, request }: Attempt,
  { scheduler, validate }: Sender,
  { redact, now }: Received,
): Promise<Result> {
  const { status, headers } = response;
  const limits = readLimits(response, now);
  const { rateLimit } = limits;
  scheduler?.update(limits);

  const body = operation.responses[status] ?? operation.responses['2XX'];
  // JSON labelled as text is accepted if the contract has no other media type.
  const described = typeof body === 'function' ? body(response) : body;
  let content: unknown;
  try {
    // Undescribed bodies are read anyway, to free the connection.
    content = await (Object(described).kind === 'bytes' ? response.blob() : response.text());
  } catch (error) {
    throw networkErrorOf('the body ended early', error, request, redact);
  }
  const text = typeof content === 'string' ? content : '';
  const facts = (): ResponseFacts => {
    const shown = headersOf(response, redact);
    return {
      status,
      headers: Object.fromEntries(shown),
      body: redact(text).slice(0, 500),
      requestId: shown.get('x-request-id') || undefined,
      rateLimit,
      retryAfter: limits.retryAfter(),
    };
  };
  const refuse = (message: string, isUnreadable = false): never => {
    throw new InvalidResponseError(redact(message), request, { ...facts(), isUnreadable });
  };

  if (status >= 400) throw httpErrorOf(request, facts(), { text, statusText: response.statusText }, redact);
  if (typeof described !== 'object') {
    const location = headers.get('location');
    // A browser hides the status and the target of a redirect.
    const found = `${status || 'a redirect'} ${location ? `redirects to ${location}, which is not followed` : 'is not in the contract'}`;
    return refuse(described ?? `${found}; expected ${Object.keys(operation.responses).join(', ')}`);
  }
  if (described.kind === 'json') {
    content = parseJson(text);
    // The message of the platform may contain part of a key; `body` has the redacted text.
    if (content === undefined) {
      const found = text ? `a body that is not JSON (${headers.get('content-type')})` : 'an empty body';
      refuse(`${status} with ${found}; expected JSON`, true);
    }
    const problem = validate && described.check?.(content);
    if (problem) refuse(`response does not match the contract: body${problem}`);
  }
  return { body: described.kind && content, status, response, redact, rateLimit, request };
}

/** The headers of a response, without secrets. */
export function headersOf({ headers }: ReadableResponse, redact: Redact): Headers {
  const redacted = new Headers();
  headers.forEach((value, name) => {
    redacted.append(name, redact(value));
  });
  return redacted;
}

import type { Attempt, Sender } from './attempt.ts';
import { InvalidResponseError, networkErrorOf, type ResponseFacts } from './errors.ts';
import { httpErrorOf } from './http-errors.ts';
import type { ReadableResponse } from './operation.ts';
import { readLimits } from './rate-limit.ts';
import type { Redact } from './redact.ts';
import { parseJson } from './response-bodies.ts';

/** The result of an attempt. */
export interface Result {
  readonly body: unknown;
  /** The body with the facts about its response, which most calls don't need. */
  withResponse(): object;
}

/**
 * Reads a response according to the contract.
 *
 * @param now when the headers arrived, in milliseconds since the epoch.
 * @throws SessionSeriesError for an error status, and for anything that the contract does not describe.
 */
export async function receive(
  response: ReadableResponse,
  { operation, request }: Attempt,
  { throttle, validate }: Sender,
  redact: Redact,
  now: number,
): Promise<Result> {
  const { status } = response;
  throttle?.update(readLimits(response, now));

  const answer = operation.responses[status] ?? operation.responses['2XX'];
  // JSON labelled as text is accepted if the contract has no other media type.
  const described = typeof answer === 'function' ? answer(response) : answer;
  let content: unknown;
  try {
    // Undescribed bodies are read anyway, to free the connection.
    content = await (Object(described).kind === 'bytes' ? response.blob() : response.text());
  } catch (error) {
    throw networkErrorOf('the body ended early', error, request, redact);
  }
  const text = typeof content === 'string' ? content : '';
  const facts = (): ResponseFacts => {
    const headers = Object.fromEntries(headersOf(response, redact));
    const requestId = headers['x-request-id'];
    const { rateLimit, retryAfter } = readLimits(response, now);
    return {
      status,
      headers,
      requestId,
      rateLimit,
      retryAfter,
      // Only read for errors.
      get body() {
        return redact(text).slice(0, 500);
      },
    };
  };
  const refuse = (message: string, isUnreadable = false): never => {
    throw new InvalidResponseError(redact(message), request, { ...facts(), isUnreadable });
  };

  if (status >= 400) throw httpErrorOf(request, facts(), { text, statusText: response.statusText }, redact);
  if (typeof described !== 'object') {
    const location = response.headers.get('location');
    // A browser hides the status and the target of a redirect.
    const found = `${status || 'a redirect'} ${location ? `redirects to ${location}, which is not followed` : 'is not in the contract'}`;
    return refuse(described ?? `${found}; expected ${Object.keys(operation.responses).join(', ')}`);
  }
  if (described.kind === 'json') {
    content = parseJson(text);
    // The message of the platform may contain part of a key; `body` has the redacted text.
    if (content === undefined) {
      const found = text
        ? `a body that is not JSON (${response.headers.get('content-type')})`
        : 'an empty body';
      refuse(`${status} with ${found}; expected JSON`, true);
    }
    described.check?.(content, refuse, validate);
  }
  const body = described.kind && content;
  const withResponse = () => {
    const { requestId, rateLimit } = facts();
    const statusText = redact(response.statusText ?? '');
    const shown = { status, statusText, headers: headersOf(response, redact) };
    return { body, status, request, requestId, rateLimit, response: shown };
  };
  return { body, withResponse };
}

/** The headers of a response, without secrets. */
export function headersOf({ headers }: ReadableResponse, redact: Redact): Headers {
  const redacted = new Headers();
  headers.forEach((value, name) => {
    redacted.append(name, redact(value));
  });
  return redacted;
}

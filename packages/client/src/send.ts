import isNetworkError from 'is-network-error';
import {
  codeOf,
  httpErrorOf,
  InvalidResponseError,
  NetworkError,
  type RequestFacts,
  type ResponseFacts,
} from './errors.ts';
import type { Fetch, Hooks } from './hooks.ts';
import type { Operation } from './operation.ts';
import { clockSkewOf, type RateLimit, rateLimitOf, retryAfterOf } from './rate-limit.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { type Redact, redactError, redactor } from './redact.ts';
import { type PreparedRequest, withCredentials } from './request.ts';
import { errorDetailOf, type ReadableResponse, readBody, UnexpectedResponse } from './response.ts';
import { type Credential, resolveCredentials } from './security.ts';

/** What came of an attempt. */
export interface Result {
  readonly body: unknown;
  readonly status: number;
  readonly response: ReadableResponse;
  readonly rateLimit: RateLimit | undefined;
  readonly requestId: string | undefined;
  readonly request: RequestFacts;
}

/** What an attempt needs of its client and its call. */
export interface Sender extends Hooks {
  readonly apiKey: Credential | undefined;
  readonly credentials: Readonly<Record<string, Credential>>;
  readonly fetch: Fetch | undefined;
  readonly limiter: RateLimiter;
  readonly validate: boolean;
  readonly debug: (message: string) => void;
}

/**
 * Sends a request once.
 *
 * @param signal ends with the attempt.
 * @throws SessionSeriesError for whatever the network or the server does wrong; anything else is a bug, of this client or of the
 *   caller's `fetch` or hooks.
 */
export async function send(
  operation: Operation,
  prepared: PreparedRequest,
  facts: RequestFacts,
  attempt: number,
  sender: Sender,
  signal: AbortSignal,
): Promise<Result> {
  const { method } = operation;
  const headers = { ...prepared.headers };
  const event = { operation: operation.id, attempt, method, url: prepared.url, headers };
  await sender.onRequest?.(event);
  const credentials = await resolveCredentials(operation, sender.apiKey, sender.credentials);
  const redact = redactor(credentials.map(({ secret }) => secret));
  const sent = withCredentials(prepared, headers, credentials);
  signal.throwIfAborted();

  const begin = Date.now();
  const fetch: Fetch = sender.fetch ?? globalThis.fetch;
  const init = { method, headers: sent.headers, body: prepared.body, redirect: 'manual', signal } as const;
  const response = await fetch(sent.url, init).catch((error: unknown) => {
    // Agents name a code. Whatever else a custom fetch throws is its own bug: a retry would only hide it.
    if (sender.fetch && !isNetworkError(error) && codeOf(error) === undefined) throw error;
    throw networkErrorOf('no response', error, facts, redact);
  });
  if (typeof response?.text !== 'function') throw new TypeError('The custom fetch returned no Response.');
  const { status } = response;
  const responseHeaders = headersOf(response, redact);
  const milliseconds = Date.now() - begin;
  sender.debug(`${method} ${prepared.url}: ${status} in ${milliseconds} ms (attempt ${attempt})`);
  await sender.onResponse?.({ ...event, status, responseHeaders, milliseconds });

  const now = Date.now();
  const skew = clockSkewOf(response.headers, now);
  const rateLimit = rateLimitOf(response.headers);
  sender.limiter.update(rateLimit, skew);
  const requestId = responseHeaders['x-request-id'];
  const reset = status === 429 && rateLimit ? new Date(rateLimit.reset.getTime() - skew) : undefined;
  const described = (text: string): ResponseFacts => ({
    status,
    headers: responseHeaders,
    body: redact(text).slice(0, 500),
    requestId,
    rateLimit,
    retryAfter: retryAfterOf(response.headers, now) ?? reset,
  });

  if (status >= 400) {
    const text = await response.text().catch((error: unknown) => {
      throw networkErrorOf('the body ended early', error, facts, redact);
    });
    const { detail, errors } = errorDetailOf(text, response.statusText);
    throw httpErrorOf(facts, described(text), { detail: redact(detail), errors: errors.map(redact) });
  }
  if (status < 200 || status >= 300) {
    throw new InvalidResponseError(redirectMessage(status, responseHeaders), facts, described(''));
  }
  try {
    const body = await readBody(operation, response, sender.validate);
    return { body, status, response, rateLimit, requestId, request: facts };
  } catch (error) {
    if (!(error instanceof UnexpectedResponse)) {
      throw networkErrorOf('the body ended early', error, facts, redact);
    }
    const { message, cause, text, isUnreadable } = error;
    throw new InvalidResponseError(redact(message), facts, described(text), {
      isUnreadable,
      ...(cause !== undefined && { cause: redactError(cause, redact) }),
    });
  }
}

function networkErrorOf(what: string, error: unknown, facts: RequestFacts, redact: Redact): NetworkError {
  const reason = error instanceof Error ? redact(error.message) : redact(String(error));
  const code = codeOf(error);
  const message = `${what}: ${reason}${code && !reason.includes(code) ? ` (${code})` : ''}`;
  return new NetworkError(message, facts, { cause: redactError(error, redact) });
}

function headersOf({ headers }: ReadableResponse, redact: Redact): Record<string, string> {
  const found: Record<string, string> = {};
  headers.forEach((value, name) => {
    found[name] = redact(value);
  });
  return found;
}

function redirectMessage(status: number, headers: Record<string, string>): string {
  // A browser hides status and target.
  if (status === 0)
    return 'The server redirects, which is not followed, so that the key stays with its host.';
  const target = headers['location'] === undefined ? '' : ` to ${headers['location']}`;
  return `${status} redirects${target}, which is not followed, so that the key stays with its host. Check the base URL.`;
}

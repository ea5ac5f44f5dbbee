import isNetworkError from 'is-network-error';
import {
  codeOf,
  type ErrorDetail,
  httpErrorOf,
  InvalidResponseError,
  NetworkError,
  type RequestFacts,
  type ResponseFacts,
} from './errors.ts';
import type { Fetch, Hooks } from './hooks.ts';
import type { Operation, ReadableResponse, RequestParts } from './operation.ts';
import { clockSkewOf, type RateLimit, rateLimitOf, retryAfterOf } from './rate-limit.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { type Redact, redactError, redactor } from './redact.ts';
import { mediaTypeOf, UnexpectedResponse } from './response-bodies.ts';
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
  /** Called with a function, so that messages are only built when there is a logger. */
  readonly debug: (message: () => string) => void;
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
  prepared: RequestParts,
  facts: RequestFacts,
  attempt: number,
  sender: Sender,
  signal: AbortSignal,
): Promise<Result> {
  const { method } = operation;
  const headers = { ...prepared.headers };
  const event = { operation: operation.id, attempt, method, url: prepared.url, headers };
  if (sender.onRequest) await sender.onRequest(event);
  const credentials = await resolveCredentials(operation, sender.apiKey, sender.credentials);
  // Most calls have nothing to redact.
  const redact: Redact = (text) => redactor(credentials.map(({ secret }) => secret))(text);
  const sent = { url: prepared.url, headers: { ...headers } };
  for (const { scheme, secret } of credentials) scheme.send(sent, secret, scheme.name ?? '');
  signal.throwIfAborted();

  const begin = Date.now();
  const fetch: Fetch = sender.fetch ?? globalThis.fetch;
  const init = { method, headers: sent.headers, body: prepared.body, redirect: 'manual', signal } as const;
  const response = await fetch(sent.url, init).catch((error: unknown) => {
    // Agents name a code. Whatever else a custom fetch throws is its own bug: a retry would only hide it.
    if (sender.fetch && !isNetworkError(error) && codeOf(error) === undefined) throw error;
    throw networkErrorOf('no response', error, facts, redact);
  });
  if (typeof response?.text !== 'function') throw new TypeError('fetch returned no Response');
  const { status } = response;
  const now = Date.now();
  const milliseconds = now - begin;
  sender.debug(() => `${method} ${prepared.url}: ${status} in ${milliseconds} ms (attempt ${attempt})`);
  if (sender.onResponse) {
    await sender.onResponse({ ...event, status, responseHeaders: headersOf(response, redact), milliseconds });
  }

  const skew = clockSkewOf(response.headers, now);
  const rateLimit = rateLimitOf(response.headers);
  sender.limiter.update(rateLimit, skew);
  const id = response.headers.get('x-request-id');
  const requestId = id === null ? undefined : redact(id);
  const described = (text: string): ResponseFacts => {
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

  if (status >= 400) {
    const text = await response.text().catch((error: unknown) => {
      throw networkErrorOf('the body ended early', error, facts, redact);
    });
    const { detail, errors } = errorDetailOf(text, response.statusText);
    throw httpErrorOf(facts, described(text), { detail: redact(detail), errors: errors.map(redact) });
  }
  if (status < 200 || status >= 300) {
    const found = described('');
    throw new InvalidResponseError(redirectMessage(found), facts, found);
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

function redirectMessage({ status, headers }: ResponseFacts): string {
  // A browser hides status and target.
  if (status === 0) return 'a redirect, which is not followed, so that the key stays with its host';
  const target = headers['location'] === undefined ? '' : ` to ${headers['location']}`;
  return `${status} redirects${target}, which is not followed, so that the key stays with its host; check the base URL`;
}

/**
 * Reads the body of a success as the contract describes it for this status and media type.
 *
 * @throws UnexpectedResponse when it is something else.
 */
async function readBody(
  { responses, method }: Operation,
  response: ReadableResponse,
  isChecked: boolean,
): Promise<unknown> {
  const { status } = response;
  const content = responses[status] ?? responses[`${String(status)[0]}XX`] ?? responses['default'];
  const declared = Object.keys(content ?? {});
  const received = mediaTypeOf(response);
  // A server that labels its JSON as text is understood, as long as the contract leaves no choice.
  const mediaType =
    declared.find((type) => matches(type, received)) ?? (declared.length > 1 ? undefined : declared[0]);
  const body = content?.[mediaType ?? ''];
  if (body && status !== 204 && status !== 205 && method !== 'HEAD') {
    return body.read(response, isChecked ? body.validate : undefined);
  }
  // Read all the same, so that the connection is free again.
  const text = await response.text();
  if (!content || (declared.length > 0 && text)) {
    throw new UnexpectedResponse(
      `${status} ${received} is not in the contract; expected ${content ? declared.join(', ') : Object.keys(responses).join(', ')}`,
      text,
      false,
    );
  }
  return undefined;
}

function matches(declared: string, received: string): boolean {
  const [type = '', subtype] = (declared.split(';')[0] ?? '').split('/');
  return (
    type === '*' || (subtype === '*' ? received.startsWith(`${type}/`) : received === `${type}/${subtype}`)
  );
}

/** What the body of an error says, whatever server sent it: `message`, or the members of problem details (RFC 9457). */
function errorDetailOf(text: string, statusText: string): ErrorDetail {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // A proxy's page says less than the status.
  }
  const { message, detail, title, error, errors = [] } = Object(body);
  return {
    detail: plainText(message ?? detail ?? title ?? error ?? (statusText || 'without a message')),
    errors: [errors ?? []].flat().map(plainText),
  };
}

const plainText = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));

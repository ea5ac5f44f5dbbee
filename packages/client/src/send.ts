import isNetworkError from 'is-network-error';
import { codeOf, redactError } from './error-chain.ts';
import { networkErrorOf, type RequestFacts } from './errors.ts';
import { readHeaders } from './headers.ts';
import type { Fetch, Hooks } from './hooks.ts';
import type { Operation, ReadableResponse, RequestParts } from './operation.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { headersOf, type Result, receive } from './receive.ts';
import { type Redact, redactor } from './redact.ts';
import { type Credential, resolveCredentials } from './security.ts';

/** What an attempt needs from its client and its call. */
export interface Sender extends Hooks {
  readonly apiKey: Credential | undefined;
  readonly credentials: Readonly<Record<string, Credential>>;
  readonly fetch: Fetch | undefined;
  readonly validate: boolean;
  /** Receives the state of the rate limit. */
  readonly limiter?: RateLimiter | undefined;
}

/** One attempt of a call. */
export interface Attempt {
  readonly operation: Operation;
  readonly parts: RequestParts;
  readonly facts: RequestFacts;
  /** 1 for the first attempt. */
  readonly number: number;
  /** Ends with the attempt. */
  readonly signal: AbortSignal;
}

/**
 * Sends a request once.
 *
 * @throws SessionSeriesError for whatever the network or the server does wrong; anything else is a bug, of this client or of the
 *   caller's `fetch` or hooks.
 */
export async function send(
  { operation, parts, facts, number, signal }: Attempt,
  sender: Sender,
): Promise<Result> {
  const { method, url } = facts;
  const event = { ...facts, attempt: number, headers: { ...parts.headers } };
  if (sender.onRequest) await sender.onRequest(event);
  const headers = sender.onRequest ? readHeaders(event.headers) : parts.headers;
  const credentials = await resolveCredentials(operation, sender.apiKey, sender.credentials);
  // Most calls have nothing to redact.
  let made: Redact | undefined;
  const redact: Redact = (text) => {
    made ??= redactor(credentials.map(({ secret }) => secret));
    return made(text);
  };
  const sent = { url, headers: { ...headers } };
  for (const { scheme, secret } of credentials) scheme.send(sent, secret, scheme.name ?? '');
  if (signal.aborted) throw signal.reason;

  const begin = Date.now();
  const init = { method, headers: sent.headers, body: parts.body, redirect: 'manual', signal } as const;
  let response: ReadableResponse;
  try {
    const fetch: Fetch = sender.fetch ?? globalThis.fetch;
    response = await fetch(sent.url, init);
  } catch (error) {
    // Network errors have a code. Anything else thrown by a custom fetch is a bug, which a retry would only hide.
    const isBug = sender.fetch && !isNetworkError(error) && codeOf(error) === undefined;
    if (!isBug) throw networkErrorOf('no response', error, facts, redact);
    // Anything other than an error may contain the request.
    throw redactError(error, redact) ?? new TypeError(`fetch rejected with a value of type ${typeof error}`);
  }
  if (typeof response?.text !== 'function') throw new TypeError('fetch returned no Response');
  const now = Date.now();
  if (sender.onResponse) {
    const responseHeaders = headersOf(response, redact);
    await sender.onResponse({
      ...event,
      status: response.status,
      responseHeaders,
      milliseconds: now - begin,
    });
  }
  return receive(operation, response, {
    facts,
    redact,
    now,
    limiter: sender.limiter,
    isChecked: sender.validate,
  });
}

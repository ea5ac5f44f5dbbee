import type { Attempt, Sender } from './attempt.ts';
import { isNetworkError, redactError } from './error-chain.ts';
import { networkErrorOf } from './errors.ts';
import type { Fetch } from './hooks.ts';
import type { ReadableResponse } from './operation.ts';
import { type Result, receive } from './receive.ts';
import { redactor } from './redact.ts';
import { refuseValue } from './refuse.ts';
import { authorize } from './security.ts';

/**
 * Sends a request once.
 *
 * @throws SessionSeriesError for whatever the network or the server does wrong; anything else is a bug, of this client or of the
 *   caller's `fetch` or hooks.
 */
export async function send(attempt: Attempt, sender: Sender): Promise<Result> {
  const { operation, request, body, signal } = attempt;
  const { fetch, hooks } = sender;
  const { method, url } = request;
  const event = (await hooks?.request(attempt)) ?? attempt;
  const sent = { url, headers: { ...event.headers } };
  const redact = redactor(await authorize(sent, operation, sender.credentials));
  signal.throwIfAborted();

  const begin = Date.now();
  let response: ReadableResponse;
  try {
    const init = { method, headers: sent.headers, body, redirect: 'manual', signal } as const;
    response = await (fetch ?? (globalThis.fetch as Fetch))(sent.url, init);
  } catch (error) {
    // Anything else thrown by a custom fetch is a bug, which a retry would only hide.
    if (!fetch || isNetworkError(error)) throw networkErrorOf('no response', error, request, redact);
    throw redactError(error, redact) ?? refuseValue('fetch', error, 'an error');
  }
  if (typeof response?.text !== 'function') refuseValue('fetch', response, 'a Response');
  const now = Date.now();
  await hooks?.response(event, response, redact, now - begin);
  return receive(response, attempt, sender, redact, now);
}

import { readHeaders } from './headers.ts';
import type { CallHooks, Hooks, RequestEvent } from './hooks.ts';
import { headersOf } from './receive.ts';

/**
 * Makes the option `hooks` of {@link createCall}.
 *
 * @example
 * const hooks = createHooks(logHooks(console));
 * const getSeries = createCall(getSessionsDataSeries, { baseUrl, apiKey, hooks });
 */
export function createHooks({ onRequest, onResponse, onRetry }: Omit<Hooks, 'onWait'>): CallHooks {
  return {
    async request({ request, number, headers }) {
      const event = { ...request, attempt: number, headers: { ...headers } };
      if (onRequest) {
        await onRequest(event);
        event.headers = readHeaders(event.headers);
      }
      return event;
    },
    response: (event, response, redact, milliseconds) =>
      onResponse?.({
        // What `request` returned.
        ...(event as RequestEvent),
        status: response.status,
        responseHeaders: Object.fromEntries(headersOf(response, redact)),
        milliseconds,
      }),
    retry: (error, delay, maxRetries) =>
      onRetry?.({ error, attempt: error.attempts + 1, maxAttempts: maxRetries + 1, delay }),
  };
}

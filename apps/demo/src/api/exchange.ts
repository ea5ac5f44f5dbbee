/** The last request and its response, for display. */
import { useSyncExternalStore } from 'react';
import { rateLimitHeaders } from '../generated/contract.ts';

export interface Exchange {
  url: string;
  /** 0 when no answer came. */
  status: number;
  /** The time from the request to the response headers. */
  milliseconds: number;
  /** When the answer arrived, in epoch milliseconds. */
  at: number;
  /** The rate limit headers of the answer. */
  rateLimit: Partial<Record<(typeof rateLimitHeaders)[number], string>>;
}

let last: Exchange | undefined;
const listeners = new Set<() => void>();

/** Records an exchange. */
function record(exchange: Exchange): void {
  last = exchange;
  for (const listener of listeners) listener();
}

/** The last exchange; rerenders the component when there is another. */
export function useExchange(): Exchange | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => last,
  );
}

/** A fetch that records each exchange. */
export function recording(inner: typeof fetch): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const started = performance.now();
    const note = (response?: Response) =>
      record({
        url: request.url,
        status: response?.status ?? 0,
        milliseconds: performance.now() - started,
        at: Date.now(),
        rateLimit: Object.fromEntries(
          rateLimitHeaders.flatMap((name) => {
            const value = response?.headers.get(name);
            return value == null ? [] : [[name, value]];
          }),
        ),
      });
    try {
      const response = await inner(request);
      note(response);
      return response;
    } catch (error) {
      if (!request.signal.aborted) note();
      throw error;
    }
  };
}

/** The last request and its answer, for the reader to see. */
import { useSyncExternalStore } from 'react';
import { rateLimitHeaders } from '../generated/contract.ts';

export interface Exchange {
  url: string;
  /** 0 when no answer came. */
  status: number;
  /** From the request to the head of the answer. */
  milliseconds: number;
  /** When the answer came, epoch milliseconds. */
  at: number;
  /** The rate-limit headers that the page could read, as they came. */
  rateLimit: Partial<Record<(typeof rateLimitHeaders)[number], string>>;
}

let last: Exchange | undefined;
const listeners = new Set<() => void>();

/** Notes an exchange. */
function record(exchange: Exchange): void {
  last = exchange;
  for (const listener of listeners) listener();
}

/** The last exchange; a component that calls this renders again when there is another. */
export function useExchange(): Exchange | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => last,
  );
}

/** A fetch that notes each exchange. */
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

import { type Client, createClient } from '@session-series/client';
import { createLazyMockFetch } from '@session-series/mock/lazy';
import type { Fault } from '../view/names.ts';
import type { BackEnd } from './config.ts';
import { recording } from './exchange.ts';

/** The client for a simulated fault, or for none. */
export type Clients = (fault: Fault) => Client;

/** The client requires a key; the mock accepts any, and the proxy replaces it. */
export const placeholderKey = 'no-key-in-the-browser';
/** A placeholder for the back end, since the client only sends keys over https; {@link redirected} replaces it. */
export const placeholderOrigin = 'https://back-end.invalid';

/** Opens the back end. */
export function openBackEnd(backEnd: BackEnd): Clients {
  const transport = transportOf(backEnd);
  const clients = new Map<Fault, Client>();
  return (fault) => {
    const client = clients.get(fault) ?? clientOf(withFault(transport, fault));
    clients.set(fault, client);
    return client;
  };
}

function clientOf(transport: typeof fetch): Client {
  return createClient({
    baseUrl: placeholderOrigin,
    apiKey: placeholderKey,
    dangerouslyAllowBrowser: true,
    // A longer wait for a rate limit is shown as a countdown instead.
    maxRetryDelay: 2000,
    maxRetries: 2,
    fetch: recording(transport),
  });
}

/** The fetch of a back end, for URLs that start with {@link placeholderOrigin}. */
export function transportOf(backEnd: BackEnd): typeof fetch {
  switch (backEnd.backEnd) {
    case 'browser':
      return createLazyMockFetch();
    case 'mock':
      return redirected(backEnd.url);
    case 'real':
      return redirected(new URL('api', document.baseURI).href);
  }
}

/** A fetch that redirects requests from {@link placeholderOrigin} to another base URL. */
function redirected(base: string): typeof fetch {
  return (input, init) => {
    const request = new Request(input, init);
    return fetch(new Request(request.url.replace(placeholderOrigin, base), request));
  };
}

/** The mock's header for one request; see its README. */
const faultsHeader = 'x-mock-faults';

const directives: Partial<Record<Fault, string>> = { slow: 'latency=1500', truncate: 'truncate' };

/** A fetch that requests a fault from the mock, or simulates a lost network. */
function withFault(inner: typeof fetch, fault: Fault): typeof fetch {
  if (fault === 'none') return inner;
  return async (input, init) => {
    if (fault === 'offline') throw new TypeError('The network is switched off in the fault panel.');
    const request = new Request(input, init);
    request.headers.set(faultsHeader, directives[fault] ?? `status=${fault}`);
    return inner(request);
  };
}

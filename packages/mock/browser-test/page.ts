/**
 * The script that the tests load into a page: the two ways to run the mock in a browser, each as a `fetch`.
 */
import { createMockFetch } from '@session-series/mock/browser';
import { handlers } from '@session-series/mock/msw';
import { setupWorker } from 'msw/browser';
import { createMockFetch as createEngineFetch } from 'openapi-mock-engine/browser';
import { handlers as engineHandlers } from 'openapi-mock-engine/msw';

const now = '2026-01-31T12:00:00Z';
const mockFetch = createMockFetch({ now });
const worker = setupWorker(...handlers({ now }));

/** Status, headers that the contract names, and body of an answer; the error's name if there is none. */
async function outcomeOf(answer: Promise<Response>) {
  try {
    const response = await answer;
    const limit = response.headers.get('x-ratelimit-limit');
    return { status: response.status, limit, body: await response.text() };
  } catch (error) {
    return { failed: error instanceof Error ? error.name : String(error) };
  }
}

/** A request of a test, and its target when it is sent by the page's own fetch or by MSW. */
interface Sent {
  target: string;
  init: RequestInit;
}

/** Mocks any contract in this page, and answers requests one after the other. */
async function askAll(document: unknown, way: 'fetch' | 'msw', base: string, requests: readonly Sent[]) {
  const own = createEngineFetch(document);
  if (way === 'msw') worker.use(...engineHandlers(document, { baseUrls: [base] }));
  const outcomes = [];
  for (const { target, init } of requests)
    outcomes.push(await outcomeOf(way === 'msw' ? fetch(base + target, init) : own(base + target, init)));
  return outcomes;
}

Object.assign(globalThis, {
  askAll,
  ready: worker.start({ quiet: true, onUnhandledFrame: 'bypass' }),
  ways: {
    fetch: (url: string, init?: RequestInit) => outcomeOf(mockFetch(url, init)),
    msw: (url: string, init?: RequestInit) => outcomeOf(fetch(url, init)),
  },
});

/** What the tests load into a page: the mock's two ways to run in a browser, each as a function that fetches. */
import { createMockFetch } from '@session-series/mock/browser';
import { handlers } from '@session-series/mock/msw';
import { setupWorker } from 'msw/browser';

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

Object.assign(globalThis, {
  ready: worker.start({ quiet: true, onUnhandledFrame: 'bypass' }),
  ways: {
    fetch: (url: string, init?: RequestInit) => outcomeOf(mockFetch(url, init)),
    msw: (url: string, init?: RequestInit) => outcomeOf(fetch(url, init)),
  },
});

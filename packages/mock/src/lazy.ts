/**
 * The mock in a page, whose engine is loaded by the first request that needs it: valid requests for a series do not. Answers are
 * those of `createMockFetch` of `@session-series/mock/browser`.
 * @module
 */
import { RateLimit } from 'openapi-mock-engine/rate-limit';
import { answer as answerPlainly, light } from './generated/light.ts';
import { readLightQuery } from './light-operation.ts';
import { createSource } from './series/own.ts';

export * from './series/index.ts';

/**
 * A `fetch` that answers like the server of the mock, for any host.
 *
 * @example
 * const fetch = createLazyMockFetch();
 * const response = await fetch('https://mock.invalid/sessions/data_series?length=14', {
 *   headers: { Authorization: 'Bearer any-key' },
 * });
 *
 * It rejects like `fetch`, also when the engine cannot be loaded; the next request tries again.
 */
export function createLazyMockFetch(): typeof globalThis.fetch {
  const source = createSource();
  const limit = new RateLimit(light?.rateLimit, light?.rateLimitWindow);
  let answered = 0;
  let engine: Promise<typeof globalThis.fetch> | undefined;
  const load = async (): Promise<typeof globalThis.fetch> => {
    const { createMock, createMockFetch } = await import('./browser.ts');
    const mock = createMock();
    // It continues with the remaining budget.
    for (let request = 0; request < answered; request += 1) mock.rateLimit.take(Date.now());
    return createMockFetch(mock);
  };
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const query = engine === undefined && light ? readLightQuery(light, request) : undefined;
    // The cast: a query that passed the light check has the types of the contract.
    const answer = query && answerPlainly?.({ query: query as Query, now: Date.now() }, source);
    if (answer && 'text' in answer && limit.take(Date.now())) {
      answered += 1;
      const headers: { [name: string]: string } = { 'content-type': 'application/json' };
      limit.write(headers);
      return new Response(answer.text ?? '', { headers });
    }
    engine ??= load();
    const fetch = await engine.catch((error: unknown) => {
      engine = undefined;
      throw error;
    });
    return fetch(request);
  };
}

/** The query of a valid request. */
type Query = Parameters<NonNullable<typeof answerPlainly>>[0]['query'];

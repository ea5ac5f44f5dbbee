import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClient } from '../../src/index.ts';
import { readLimits } from '../../src/rate-limit.ts';

test('reading a header never throws, whatever its value', () => {
  const value = fc.oneof(fc.string(), fc.integer().map(String), fc.date({ noInvalidDate: true }).map(String));
  fc.assert(
    fc.property(value, value, value, value, (limit, remaining, reset, asked) => {
      const headers = new Map(
        Object.entries({
          'x-ratelimit-limit': limit,
          'x-ratelimit-remaining': remaining,
          'x-ratelimit-reset': reset,
          'retry-after': asked,
        }),
      );
      // Platforms differ in what they let through, so any value is possible.
      const anyHeaders = { get: (name: string) => headers.get(name.toLowerCase()) ?? null } as Headers;
      const { rateLimit: state, retryAfter } = readLimits({ status: 429, headers: anyHeaders }, Date.now());
      if (state) expect(state.reset.getTime()).not.toBeNaN();
      expect(retryAfter?.getTime()).not.toBeNaN();
    }),
  );
});

test('any text arrives unchanged as app_id', async () => {
  let received: string | null = null;
  const client = createClient({
    baseUrl: 'http://127.0.0.1:1',
    apiKey: 'any',
    fetch: async (url) => {
      received = new URL(url).searchParams.get('app_id');
      return Response.json({ message: 'success', data: [] });
    },
  });
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (app_id) => {
      await client.getSessionsDataSeries({ length: 1, app_id });
      expect(received).toBe(app_id);
    }),
  );
  // A lone surrogate cannot be encoded in a URL.
  await expect(client.getSessionsDataSeries({ length: 1, app_id: '\ud800' })).rejects.toThrow(
    'the query parameter "app_id" cannot be sent: URI malformed',
  );
});

import { afterEach, describe, expect, test, vi } from 'vitest';
import { createClient } from '../../src/index.ts';

afterEach(() => void vi.unstubAllGlobals());

describe('the base URL', () => {
  test('the base URL may be relative in a page', async () => {
    vi.stubGlobal('location', { href: 'https://app.example/dashboard/' });
    const urls: string[] = [];
    const client = createClient({
      baseUrl: '/api',
      apiKey: 'any',
      fetch: async (url) => {
        urls.push(url);
        return Response.json({ message: 'success', data: [] });
      },
    });
    await client.getSessionsDataSeries({ length: 3 });
    expect(urls).toEqual(['https://app.example/api/sessions/data_series?length=3']);
  });

  test('a base URL that is relative outside a page, or no URL at all, is refused', () => {
    expect(() => createClient({ baseUrl: '/api', apiKey: 'any' })).toThrow(
      'baseUrl: expected a URL with https, got "/api"',
    );
  });

  test.for(['http://mock:4010', 'http://host.docker.internal:4010'])(
    'the base URL may be %s with allowInsecure',
    (baseUrl) => {
      expect(() => createClient({ baseUrl, apiKey: 'any' })).toThrow(
        /without https. Pass allowInsecure: true/,
      );
      expect(createClient({ baseUrl, apiKey: 'any', allowInsecure: true }).baseUrl).toBe(baseUrl);
    },
  );
});

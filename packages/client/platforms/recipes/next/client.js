import { createClient } from '@session-series/client';

/** Created when the module is evaluated, which also happens at build time, when there is no key. */
export const client = createClient({
  baseUrl: process.env.MOCK_URL ?? 'http://127.0.0.1:4010',
  apiKey: () => process.env.SESSION_SERIES_API_KEY ?? '',
});

import { createClient } from '@session-series/client';

/** Made when the module is evaluated, at build time too, when there is no key. */
export const client = createClient({
  baseUrl: process.env.MOCK_URL ?? 'http://127.0.0.1:4010',
  apiKey: () => process.env.SESSION_SERIES_API_KEY ?? '',
});

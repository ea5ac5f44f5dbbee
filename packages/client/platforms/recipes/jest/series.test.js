/** Run by Jest: in its own realm, and with imports that Babel or Node.js resolves. The environment names a mock. */
const { createClient, NetworkError } = require('@session-series/client');
const { collectRange } = require('@session-series/client/range');

const client = createClient({ baseUrl: process.env.MOCK_URL, apiKey: 'any-key', maxRetries: 0 });

test('a Date of this realm is sent as an instant', async () => {
  const ending_at = new Date('2026-01-14T12:00:00Z');
  const { data } = await client.getSessionsDataSeries({ length: 14, ending_at });
  expect(data.at(-1).time).toBe('2026-01-14');
});

test('a range takes Dates of this realm', async () => {
  const query = { from: new Date('2025-01-01T00:00:00Z'), to: new Date('2026-01-01T00:00:00Z') };
  expect(await collectRange(client, query)).toHaveLength(365);
});

test('an error of the platform’s fetch has its code', async () => {
  const offline = client.with({ baseUrl: process.env.CLOSED_URL });
  const error = await offline.getSessionsDataSeries({ length: 1 }).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(NetworkError);
  expect(error.code).toBe('ECONNREFUSED');
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { startMock } from '@session-series/mock';
import { afterEach, expect, test } from 'vitest';
import { createClient, InvalidResponseError, NetworkError, SessionSeriesError } from '../../src/index.ts';

let server: Server | undefined;
const sockets = new Set<Socket>();
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A custom server, for faults that the mock does not have. */
async function clientOf(answer: Parameters<typeof createServer>[1]) {
  server = createServer({}, answer);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return createClient({
    baseUrl: `http://127.0.0.1:${port}`,
    apiKey: 'any',
    maxRetries: 1,
    initialRetryDelay: 1,
    timeout: 5_000,
  });
}

const series = JSON.stringify({ message: 'success', data: [{ time: '2026-01-05', sessions: 3 }] });

test('each call to a mock with faults ends in the right data or a typed error', async () => {
  const faults = [
    ...[429, 500, 503].map((status) => `status=${status}@0.03`),
    ...['reset', 'truncate', 'html', 'invalid-json'].map((fault) => `${fault}@0.03`),
    'stall@0.01',
  ].join('; ');
  await using well = await startMock({ port: 0 });
  await using unwell = await startMock({ port: 0, faults });
  const query = { length: 5, ending_at: '2026-01-05T12:00:00Z' };
  const right = await createClient({ baseUrl: well.url, apiKey: 'any' }).getSessionsDataSeries(query);
  const client = createClient({
    baseUrl: unwell.url,
    apiKey: 'any',
    maxRetries: 2,
    initialRetryDelay: 1,
    timeout: 300,
    // A mock that has used up its limit resets it at the full hour, which may be soon.
    maxRetryDelay: 100,
  });

  const names = new Set<string>();
  for (let batch = 0; batch < 10; batch++) {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, () => client.getSessionsDataSeries(query)),
    );
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') expect(outcome.value.data).toEqual(right.data);
      else expect(outcome.reason).toBeInstanceOf(SessionSeriesError);
      if (outcome.status === 'rejected') names.add(outcome.reason.name);
    }
  }
  // A 429 of the mock has a reset that is later than a call waits.
  expect([...names]).toContain('RateLimitError');
});

test('a compressed response is decompressed; a truncated or corrupt one is an error', async () => {
  const packed = gzipSync(series);
  const bodies: Record<string, Buffer | string> = { cut: packed.subarray(0, 20), bad: series };
  const client = await clientOf((request, response) => {
    const app = new URL(request.url ?? '', 'http://127.0.0.1').searchParams.get('app_id') ?? '';
    response.setHeader('content-encoding', 'gzip');
    response.end(bodies[app] ?? packed);
  });
  const ask = (app_id: string) => client.getSessionsDataSeries({ length: 1, app_id });
  expect((await ask('good')).data).toHaveLength(1);
  await expect(ask('cut')).rejects.toThrow(InvalidResponseError);
  await expect(ask('bad')).rejects.toThrow(NetworkError);
});

test('a redirect is not followed, so the key stays with its host', async () => {
  const asked: string[] = [];
  const client = await clientOf((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(302, { location: `http://localhost:${request.socket.localPort}/elsewhere` }).end();
  });
  await expect(client.getSessionsDataSeries({ length: 1 })).rejects.toThrow(
    /302 redirects to http:\/\/localhost/,
  );
  expect(asked).toEqual(['/sessions/data_series?length=1']);
});

test('an aborted call releases its connection', async () => {
  const controller = new AbortController();
  const client = await clientOf((_request, response) => {
    response.write('{');
    controller.abort(new Error('enough'));
  });
  const call = client.getSessionsDataSeries({ length: 1 }, { signal: controller.signal });
  await expect(call).rejects.toThrow('enough');
  await expect.poll(() => sockets.size).toBe(0);
});

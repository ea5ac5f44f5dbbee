import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test, vi } from 'vitest';
import { ServiceDied, startService } from '../start/service.ts';

const never = new AbortController().signal;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await once(server.close(), 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A server that answers with its key, and exits with 3 on a request for `/die`. */
const serverScript = (port: number) => `
  require('node:http').createServer((request, response) => {
    if (request.url === '/die') process.exit(3);
    response.end(process.env.SESSION_SERIES_API_KEY ?? 'no key');
  }).listen(${port}, '127.0.0.1')`;

test('a started server is ready, and a stopped one is gone', async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const service = await startService({ name: 'mock', args: ['-e', serverScript(port)], url, signal: never });
  expect((await fetch(url)).status).toBe(200);
  await service.stop();
  await expect(fetch(url)).rejects.toThrow();
});

test('a server that ends by itself is named, with its exit code', async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const service = await startService({ name: 'mock', args: ['-e', serverScript(port)], url, signal: never });
  await expect(fetch(`${url}die`)).rejects.toThrow();
  await expect(service.died).rejects.toThrow(
    new ServiceDied('The mock stopped by itself (exit code 3), see above.'),
  );
});

test('a server that never gets ready is not waited for', async () => {
  const url = `http://127.0.0.1:${await freePort()}/`;
  const started = startService({ name: 'demo', args: ['-e', 'process.exit(7)'], url, signal: never });
  await expect(started).rejects.toThrow('The demo stopped by itself (exit code 7)');
});

test('only the intended server gets the API key', async () => {
  vi.stubEnv('SESSION_SERIES_API_KEY', 'canary-key');
  for (const [env, seen] of [
    [undefined, 'no key'],
    [{ SESSION_SERIES_API_KEY: 'canary-key' }, 'canary-key'],
  ] as const) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/`;
    const service = await startService({
      name: 'mock',
      args: ['-e', serverScript(port)],
      url,
      env,
      signal: never,
    });
    expect(await (await fetch(url)).text()).toBe(seen);
    await service.stop();
  }
  vi.unstubAllEnvs();
});

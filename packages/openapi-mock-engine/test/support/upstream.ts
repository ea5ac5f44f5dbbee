import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { afterAll, beforeAll } from 'vitest';

/** An API on a free port for the tests of a file, or of a group in it, and its URL once they run. */
export function upstreamApi(listener: RequestListener): { url: string } {
  const api = { url: '' };
  const server = createServer(listener);
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    api.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  afterAll(() => server.close());
  return api;
}

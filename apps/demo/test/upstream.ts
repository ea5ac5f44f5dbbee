/** A fake API, and a request to it through the proxy. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createApp } from '../server/app.ts';
import { readContract } from '../server/contract.ts';
import { perMinute } from '../server/proxy.ts';
import { optionsFor } from './options.ts';

/** The key of the server. No response may contain it. */
export const key = 'k3y-that-must-never-leave';
const contract = await readContract();

/** An operation that only reads, and needs a key. */
export const operation = contract.operations.find(
  ({ method, path, security }) => method === 'GET' && security.length > 0 && !path.includes('{'),
);
const query = operation?.parameters.flatMap(({ name, examples: [example] }) =>
  example ? [[name, String(example.value)]] : [],
);
/** A request for it that the contract allows, with its examples. */
export const good = `/api${operation?.path}?${new URLSearchParams(query)}`;

/** Starts the API for the tests of a file. */
export async function startUpstream() {
  const seen: { path: string; headers: IncomingMessage['headers'] }[] = [];
  const usual = (response: ServerResponse) => {
    response.setHeader('x-ratelimit-remaining', '7');
    response.setHeader('set-cookie', 'secret=1');
    response.setHeader('content-type', 'text/html');
    response.end('{"message":"success","data":[]}');
  };
  const upstream = {
    /** The requests that it received in this test. */
    seen,
    /** How it responds in this test. */
    answer: usual,
    url: '',
    /** A server of the demo with this API. */
    app: (
      changes: Parameters<typeof optionsFor>[0] = {},
      surroundings: Parameters<typeof createApp>[2] = {},
    ) =>
      createApp(
        optionsFor({ real: { instance: 'test', url: upstream.url, key }, ...changes }),
        contract,
        surroundings,
      ),
    /** Sends a request to that server. */
    ask: (path: string, init?: RequestInit, budget = perMinute(1000)) =>
      upstream.app({}, { budget }).request(`http://127.0.0.1:4012${path}`, init),
  };
  const server = createServer((request, response) => {
    seen.push({ path: request.url ?? '', headers: request.headers });
    upstream.answer(response);
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address === 'object' && address) upstream.url = `http://127.0.0.1:${address.port}`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    seen.length = 0;
    upstream.answer = usual;
  });
  return upstream;
}

import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { runInNewContext } from 'node:vm';
import { type RunningMock, startMock } from '@session-series/mock';
import nodeFetch from 'node-fetch';
import { ProxyAgent, fetch as undiciFetch } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient, type Fetch, NetworkError, TimeoutError } from '../../src/index.ts';

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

const query = { length: 3 };

/** A URL where no server listens. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

describe.each<[string, Fetch]>([
  ['undici', (url, init) => undiciFetch(url, init)],
  ['node-fetch', (url, init) => nodeFetch(url, init)],
  ['the platform', (url, init) => fetch(url, init)],
])('the fetch of %s', (_name, fetch) => {
  const client = (options = {}) => createClient({ baseUrl: mock.url, apiKey: 'any-key', fetch, ...options });

  test('a custom fetch gets a series with its headers', async () => {
    const { body, rateLimit } = await client().getSessionsDataSeries(query).withResponse();
    expect(body.data).toHaveLength(3);
    expect(rateLimit?.remaining).toBeGreaterThan(0);
  });

  test('a custom fetch receives the abort of a timeout', async () => {
    const stalled = client({ timeout: 200, maxRetries: 0, headers: { 'x-mock-faults': 'stall' } });
    await expect(stalled.getSessionsDataSeries(query)).rejects.toThrow(TimeoutError);
  });

  test('a failed custom fetch rejects with a NetworkError and its code', async () => {
    const nobody = client({ baseUrl: await closedPort(), maxRetries: 0 });
    const error = await nobody.getSessionsDataSeries(query).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('a broken connection of a custom fetch is retried', async () => {
    const broken = client({ maxRetries: 1, initialRetryDelay: 1, headers: { 'x-mock-faults': 'reset' } });
    const error = await broken.getSessionsDataSeries(query).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'NetworkError', attempts: 2 });
  });
});

describe('a proxy agent', () => {
  let proxy: Server;
  const tunnels: string[] = [];
  beforeAll(async () => {
    proxy = createServer((request, response) => {
      tunnels.push(request.url ?? '');
      const forward = (answer: IncomingMessage) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      };
      const options = { method: request.method ?? 'GET', headers: request.headers };
      request.pipe(httpRequest(request.url ?? '', options, forward));
    });
    proxy.on('connect', (request, socket) => {
      tunnels.push(request.url ?? '');
      const [host, port] = (request.url ?? '').split(':');
      const target: Socket = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => void proxy.close());

  test('a proxy agent carries every request', async () => {
    const { port } = proxy.address() as AddressInfo;
    const dispatcher = new ProxyAgent(`http://127.0.0.1:${port}`);
    const client = createClient({
      baseUrl: mock.url,
      apiKey: 'any-key',
      fetch: (url, init) => undiciFetch(url, { ...init, dispatcher }),
    });
    expect((await client.getSessionsDataSeries(query)).data).toHaveLength(3);
    expect(tunnels.join()).toContain(new URL(mock.url).host);
    await dispatcher.close();
  });
});

describe('a bug of a custom fetch', () => {
  const circular: { self?: object } = {};
  circular.self = circular;
  test.for<[string, () => unknown, RegExp]>([
    ['an unrelated TypeError', () => Reflect.get(Object(undefined), 'x').y, /Cannot read properties/],
    ['an assignment to a constant', () => Object.assign(Object.freeze([0]), [1]), /Cannot assign/],
    ['a circular object', () => JSON.stringify(circular), /circular structure/],
    ['an object', () => Promise.reject({ status: 500 }), /^fetch: expected an error, got Object$/],
    ['no value', () => Promise.reject(), /^fetch: expected an error, got Undefined$/],
    ['any other error', () => Promise.reject(new Error('not today')), /^not today$/],
    ['nothing', () => undefined, /^fetch: expected a Response, got Undefined$/],
  ])('a bug of a custom fetch is thrown, and not retried: %s', async ([_, bug, message]) => {
    let calls = 0;
    const buggy = (async (): Promise<unknown> => {
      calls++;
      return await bug();
    }) as unknown as Fetch;
    const client = createClient({ baseUrl: mock.url, apiKey: 'any-key', fetch: buggy });
    const error = await client.getSessionsDataSeries(query).catch((thrown: unknown) => thrown);
    expect(error).not.toBeInstanceOf(NetworkError);
    expect((error as Error).message).toMatch(message);
    expect(calls).toBe(1);
  });
});

describe('a custom fetch may', () => {
  const body = { message: 'success', data: [] };

  test('a custom fetch may return a response without a promise', async () => {
    const fetch = (() => Response.json(body)) as unknown as Fetch;
    const client = createClient({ baseUrl: mock.url, apiKey: 'any-key', fetch });
    expect(await client.getSessionsDataSeries(query)).toEqual(body);
  });

  test('a custom fetch may return an object like a Response, with headers in a Map', async () => {
    const headers = new Map([['content-type', 'application/json']]);
    const response = { status: 200, headers, text: async () => JSON.stringify(body) };
    const fetch = (async () => response) as unknown as Fetch;
    const client = createClient({ baseUrl: mock.url, apiKey: 'any-key', fetch });
    const { requestId, ...rest } = await client.getSessionsDataSeries(query).withResponse();
    expect(requestId).toBe(undefined);
    expect(rest.body).toEqual(body);
  });

  test('a custom fetch may fail with errors of another realm, as in Jest, and with causes in a circle', async () => {
    const error: Error = runInNewContext(
      "Object.assign(new TypeError('fetch failed'), { code: 'ECONNRESET' })",
    );
    error.cause = Object.assign(new Error('socket'), { cause: error });
    const client = createClient({
      baseUrl: mock.url,
      apiKey: 'any-key',
      maxRetries: 0,
      fetch: () => Promise.reject(error),
    });
    await expect(client.getSessionsDataSeries(query)).rejects.toMatchObject({
      name: 'NetworkError',
      code: 'ECONNRESET',
      message: expect.stringMatching(/no response: fetch failed: socket$/),
      cause: { message: 'fetch failed', cause: { message: 'socket' } },
    });
  });

  test('an error of a custom fetch with a getter that throws stays the error that it is', async () => {
    const failed = Object.defineProperty(new TypeError('fetch failed'), 'socket', {
      get() {
        throw new Error('closed');
      },
    });
    const fetch = () => Promise.reject(failed);
    const client = createClient({ baseUrl: 'https://back-end.example', apiKey: 'any', maxRetries: 0, fetch });
    await expect(client.getSessionsDataSeries({ length: 1 })).rejects.toThrow('no response: fetch failed');
  });
});

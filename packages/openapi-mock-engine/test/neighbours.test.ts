import { setupServer } from 'msw/node';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createMockFetch, Mock } from '../src/browser.ts';
import { createMockServer } from '../src/index.ts';
import { handlers } from '../src/msw.ts';
import { pets } from './support/pets.ts';
import { raw } from './support/raw.ts';

const page = 'https://mock.invalid';

afterEach(() => vi.restoreAllMocks());

describe('in a page', () => {
  test('a mock in a page answers GET requests without a `body` property, as in Firefox', async () => {
    vi.spyOn(Request.prototype, 'body', 'get').mockReturnValue(undefined as unknown as null); // what Firefox has there
    const response = await createMockFetch(pets)(`${page}/pets?limit=2`);
    expect(response.status).toBe(200);
    const created = await createMockFetch(pets)(`${page}/pets`, {
      method: 'POST',
      body: '{"name":"Rex"}',
      headers: { 'content-type': 'application/json' },
    });
    expect(created.status).toBe(201);
  });

  test.each([204, 205, 304])(
    'a mock in a page answers with status %i, which must not have a body',
    async (status) => {
      const response = await createMockFetch(pets, { faults: `status=${status}` })(`${page}/pets`);
      expect([response.status, await response.text()]).toEqual([status, '']);
    },
  );

  test('in a page, a cut answer breaks while it is read, a dribbled one arrives whole, and garbage is rejected', async () => {
    const cut = await createMockFetch(pets, { faults: 'cut' })(`${page}/pets`);
    await expect(cut.text()).rejects.toThrow();
    const whole = await (await createMockFetch(pets)(`${page}/pets`)).text();
    const dribble = await createMockFetch(pets, { faults: 'dribble' })(`${page}/pets`);
    expect(await dribble.text()).toBe(whole);
    await expect(createMockFetch(pets, { faults: 'garbage' })(`${page}/pets`)).rejects.toThrow(TypeError);
  });

  test('a mock in a page generates no code, so that a strict Content Security Policy lets it run', async () => {
    const forbidden = vi.spyOn(globalThis, 'Function').mockImplementation(() => {
      throw new Error('code generation');
    });
    const response = await createMockFetch(structuredClone(pets))(`${page}/pets?limit=0`);
    expect(response.status).toBe(400);
    expect(forbidden).not.toHaveBeenCalled();
  });
});

test('server and page decode a path in the same way', async () => {
  await using server = await createMockServer(pets, { port: 0 });
  for (const path of ['/a%5Fb', '/a%5fb', '/a_b', '/pets?a%5Fb=1', '/pets/%37']) {
    const [theirs, ours] = await Promise.all([fetch(server.url + path), createMockFetch(pets)(page + path)]);
    expect([path, theirs.status, ours.status]).toEqual([path, 200, 200]);
  }
});

describe('with MSW', () => {
  test.each([
    'https://api.pets.example/v2',
    'https://api.pets.example/v2/',
    'https://other.example/deep/base',
  ])('with MSW, the base URL %s keeps its path out of the contract’s', async (baseUrl) => {
    const worker = setupServer(...handlers(pets, { baseUrls: [baseUrl] }));
    worker.listen({ onUnhandledFrame: 'bypass' });
    try {
      const response = await fetch(`${baseUrl.replace(/\/$/, '')}/pets?limit=1`);
      expect(response.status).toBe(200);
      expect(await response.json()).toHaveLength(1);
    } finally {
      worker.close();
    }
  });

  test('the mock behind MSW lists its requests', async () => {
    const mock = new Mock(pets);
    const worker = setupServer(...handlers(mock));
    worker.listen({ onUnhandledFrame: 'bypass' });
    try {
      await fetch('https://api.pets.example/v2/pets/7');
      expect(mock.requests({ operationId: 'getPet' })).toMatchObject([{ path: '/pets/7', status: 200 }]);
    } finally {
      worker.close();
    }
  });
});

describe('over a connection', () => {
  test('a server answers pipelined requests in order, even if a later one is malformed', async () => {
    await using server = await createMockServer(pets, { port: 0, faults: 'listPets: latency=50' });
    const answer = await raw(
      server.url,
      'GET /pets?limit=1 HTTP/1.1\r\nHost: x\r\n\r\nGET /a_b HTTP/1.1\r\nHost: x\r\n\r\nNONSENSE\r\n\r\n',
    );
    expect([...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual([
      '200',
      '200',
      '400',
    ]);
  });

  test('a request that cannot be read has rate-limit headers and is logged', async () => {
    await using server = await createMockServer(pets, { port: 0, rateLimit: 10 });
    const answer = await raw(server.url, 'NONSENSE\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*x-ratelimit-remaining: 9\r\n/);
    expect(server.requests()).toMatchObject([
      { method: 'UNREADABLE', status: 400, message: expect.stringContaining('not HTTP/1.1') },
    ]);
  });

  test('over a connection, cut sends half of the body under the full length, garbage is not HTTP, and dribble arrives whole', async () => {
    await using server = await createMockServer(pets, { port: 0 });
    const ask = (fault: string) =>
      raw(
        server.url,
        `GET /pets?limit=3 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Mock-Faults: ${fault}\r\n\r\n`,
      );
    const [head = '', body = ''] = (await ask('cut')).split('\r\n\r\n');
    const length = Number(/content-length: (\d+)/.exec(head)?.[1]);
    expect(body.length).toBeGreaterThan(0);
    expect(body.length).toBeLessThan(length);
    expect(await ask('garbage')).not.toMatch(/^HTTP/);
    const dribbled = (await ask('dribble')).split('\r\n\r\n')[1] ?? '';
    expect(JSON.parse(dribbled)).toHaveLength(3);
  });

  test('a body of more than 10 MB is refused with 413', async () => {
    await using server = await createMockServer(pets, { port: 0 });
    const response = await fetch(`${server.url}/pets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'x'.repeat(11_000_000),
    });
    expect(response.status).toBe(413);
  });

  test('a server speaks HTTPS and HTTP/2 with a self-signed certificate', async () => {
    await using server = await createMockServer(pets, { port: 0, https: true });
    expect(server.url).toMatch(/^https:/);
    const { connect } = await import('node:http2');
    const client = connect(server.url, { ca: server.certificate });
    const request = client.request({
      ':path': '/pets',
      ':method': 'POST',
      'content-type': 'application/json',
    });
    request.end('{"name":"Rex"}');
    const status = await new Promise((resolve, reject) => {
      client.on('error', reject);
      request.on('response', (headers) => resolve(headers[':status']));
    });
    expect(status).toBe(201);
    let body = '';
    for await (const chunk of request) body += chunk;
    expect(JSON.parse(body)).toMatchObject({ name: 'Rex' });
    client.close();
    const { get } = await import('node:https');
    const plain = await new Promise((resolve, reject) => {
      get(`${server.url}/pets/7`, { ca: server.certificate, agent: false }, (response) =>
        resolve(response.resume().statusCode),
      ).on('error', reject);
    });
    expect(plain).toBe(200);
  });

  test('a server accepts IPv6 hosts in brackets, and never listens on every interface by accident', async () => {
    await using server = await createMockServer(pets, { port: 0, host: '[::1]' });
    expect(server.url).toMatch(/^http:\/\/\[::1\]:/);
    expect((await fetch(`${server.url}/pets`)).status).toBe(200);
    for (const host of ['', ' '])
      await expect(createMockServer(pets, { port: 0, host })).rejects.toThrow('host: an empty value');
  });
});

import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningMock, startMock } from '../src/index.ts';
import { headers, operation, target } from './contract.ts';
import { violations } from './error-schema.ts';
import { getRaw, sendBytes } from './raw-request.ts';

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

const stillUp = async () => expect((await getRaw(mock.url, target, headers)).status).toBe(200);

test('1,000 parallel connections are all answered', async () => {
  const answers = await Promise.all(
    Array.from({ length: 1000 }, () => getRaw(mock.url, target, { ...headers, Connection: 'close' })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
}, 30_000);

test.for([
  ['a line that is not HTTP', 'HELLO\r\n\r\n'],
  ['a NUL byte in a header', 'GET / HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \0\r\n\r\n'],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx'],
  ['no host', 'GET / HTTP/1.1\r\n\r\n'],
  ['headers of 300 kB', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(300_000)}\r\n\r\n`],
  ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
] as const)('%s is answered 400 in the shape of the contract, and the mock stays up', async ([, bytes]) => {
  const [head = '', body = ''] = (await sendBytes(mock.url, bytes)).split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1\.1 400 /);
  expect(violations(400, body)).toEqual([]);
  await stillUp();
});

test('clients that stop half-way, or hang up at once, do not affect others', async () => {
  const { hostname, port } = new URL(mock.url);
  const sockets = Array.from({ length: 200 }, () => connect(Number(port), hostname));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  for (const [index, socket] of sockets.entries()) {
    socket.on('error', () => undefined);
    socket.write(
      index % 2 === 0
        ? `GET ${target.slice(0, 12)}`
        : 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nab',
    );
  }
  await stillUp();
  for (const socket of sockets) socket.destroy();
  await stillUp();
});

test('close does not wait for a silent client', async () => {
  const other = await startMock({ port: 0 });
  const { hostname, port } = new URL(other.url);
  const silent = connect(Number(port), hostname);
  silent.on('error', () => undefined);
  await once(silent, 'connect');
  const closed = once(silent, 'close');
  await other.close();
  await closed;
}, 10_000);

test('`using` and `await using` both stop the mock at the end of their block', async () => {
  const urls: string[] = [];
  {
    using broken = await startMock({ port: 0 });
    await using closed = await startMock({ port: 0 });
    urls.push(broken.url, closed.url);
    for (const url of urls) expect((await getRaw(url, target, headers)).status).toBe(200);
  }
  for (const url of urls) await expect(getRaw(url, target, headers)).rejects.toThrow();
});

test('unknown parameters can be refused, reported as a warning, or ignored', async () => {
  const known = operation.parameters.find(({ in: place }) => place === 'query')?.name ?? '';
  const misspelt = known.toUpperCase();
  const warnings: string[] = [];
  await using warning = await startMock({
    port: 0,
    unknownParameters: 'warn',
    onWarning: (text) => warnings.push(text),
  });
  expect((await getRaw(warning.url, `${target}&${misspelt}=1`, headers)).status).toBe(200);
  expect(warnings).toEqual([expect.stringContaining(`Did you mean ${known}?`)]);
  await using silent = await startMock({ port: 0, unknownParameters: 'ignore' });
  expect((await getRaw(silent.url, `${target}&${misspelt}=1`, headers)).status).toBe(200);
});

test('any page may read an answer, including its rate limit headers', async () => {
  const preflight = await fetch(`${mock.url}${target}`, {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://example.org',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'authorization',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('https://example.org');
  expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization');
  const answer = await getRaw(mock.url, target, { ...headers, Origin: 'https://example.org' });
  expect(answer.headers['access-control-allow-origin']).toBe('https://example.org');
  expect(answer.headers['access-control-expose-headers']).toContain('x-ratelimit-remaining');
});

test('HEAD is answered with the headers of GET and no body', async () => {
  const get = await getRaw(mock.url, target, headers);
  const head = await getRaw(mock.url, target, headers, 'HEAD');
  expect(head.status).toBe(200);
  expect(head.body).toBe('');
  expect(head.headers['content-length']).toBe(get.headers['content-length']);
});

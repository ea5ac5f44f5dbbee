/**
 * Requests that `fetch` cannot send, sent over a socket: the server parses them unambiguously or refuses
 * them.
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { readContract } from '../../server/contract.ts';
import { listen, urlOf } from '../../server/listen.ts';
import { optionsFor } from '../options.ts';

const key = 'k3y-that-must-never-leave';
const path = '/api/sessions/data_series?length=1';

let upstream: Server;
let server: Server;
let host = '';
let seen: string[] = [];

beforeAll(async () => {
  upstream = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${JSON.stringify(request.rawHeaders)}`);
    response.end('{"message":"success","data":[]}');
  });
  upstream.listen(0, '127.0.0.1');
  await once(upstream, 'listening');
  const real = { instance: 'test', url: new URL(urlOf(upstream)).origin, key };
  const options = optionsFor({ real });
  const timeouts = { head: 300, whole: 600, checkInterval: 100 };
  server = await listen(createApp(options, await readContract()), options.host, 0, timeouts);
  host = new URL(urlOf(server)).host;
});
afterAll(() => {
  server.close();
  upstream.close();
});
beforeEach(() => {
  seen = [];
});

/** Sends raw bytes, and returns everything that comes back until the server closes. */
async function say(...lines: string[]): Promise<string> {
  const { hostname, port } = new URL(`http://${host}`);
  const socket = connect(Number(port), hostname);
  socket.write(lines.join('\r\n'), 'latin1');
  return text(socket);
}
const ask = (target: string, ...headers: string[]) =>
  say(`GET ${target} HTTP/1.1`, `Host: ${host}`, ...headers, 'Connection: close', '', '');

it('the server forwards a valid request', async () => {
  expect(await ask(path)).toMatch(/^HTTP\/1\.1 200/);
  expect(seen).toHaveLength(1);
});

it.each([
  ['another host in absolute form', `http://evil.example${path}`, 421],
  ['a host before an @', `http://${'127.0.0.1'}@evil.example${path}`, 421],
  ['a path that starts with two slashes', `//evil.example${path}`, 404],
  ['a path that is a URL', `/api/http://evil.example/sessions/data_series?length=1`, 404],
  ['dots that lead out of the operation', '/api/sessions/data_series/../../users/export/ids', 404],
  ['encoded dots', '/api/sessions/%2e%2e/users/export/ids', 404],
  ['an encoded slash', '/api/sessions%2fdata_series?length=1', 404],
  ['a backslash', '/api\\sessions\\data_series?length=1', 400],
  ['a file outside the page', '/../../package.json', 404],
  ['a file outside the page, encoded', '/%2e%2e/%2e%2e/package.json', 404],
  ['no path at all', '*', 400],
])('a request for %s is not forwarded', async (_name, target, status) => {
  const answer = await ask(target);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`));
  expect(answer).not.toContain('@session-series/demo');
  expect(seen).toEqual([]);
});

it.each([
  ['two hosts', ['Host: evil.example']],
  ['a length next to chunks', ['Content-Length: 4', 'Transfer-Encoding: chunked']],
  ['two lengths', ['Content-Length: 0', 'Content-Length: 4']],
  ['chunks under another name', ['Transfer-Encoding: xchunked']],
  ['a body', ['Content-Length: 4', 'X-A: b']],
  ['a space before the colon', ['Content-Length : 4']],
  ['a header on two lines', ['X-A: b', ' Transfer-Encoding: chunked']],
  ['a bare line feed', ['X-A: b\nTransfer-Encoding: chunked\nContent-Length: 4']],
  ['a null byte', ['X-A: b\0c']],
])('a request with %s is refused', async (_name, headers) => {
  expect(await ask(path, ...headers)).toMatch(/^HTTP\/1\.1 400/);
  expect(seen).toEqual([]);
});

it('a request without a host, or with an empty one, is refused', async () => {
  expect(await say(`GET ${path} HTTP/1.1`, 'Connection: close', '', '')).toMatch(/^HTTP\/1\.1 400/);
  expect(await say(`GET ${path} HTTP/1.1`, 'Host:', 'Connection: close', '', '')).toMatch(
    /^HTTP\/1\.1 4\d\d/,
  );
  expect(seen).toEqual([]);
});

it('the server is not a tunnel and accepts no other protocol', async () => {
  expect(await say('CONNECT evil.example:443 HTTP/1.1', 'Host: evil.example:443', '', '')).not.toMatch(
    / 200 /,
  );
  expect(await say('PRI * HTTP/2.0', '', 'SM', '', '')).not.toMatch(/ 200 /);
  expect(await ask(path, 'Upgrade: websocket', 'Connection: Upgrade')).not.toMatch(/ 101 /);
  expect(seen.filter((line) => !line.startsWith('GET /sessions/data_series?length=1 '))).toEqual([]);
});

it('a second request hidden in the body of a first is handled as a separate request', async () => {
  const hidden = `GET /api/users/export/ids HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
  await say(`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Content-Length: 0', '', hidden);
  expect(seen.every((line) => line.startsWith('GET /sessions/data_series?length=1 '))).toBe(true);
});

it('a request with headers that are too long is refused', async () => {
  expect(await ask(path, `X-A: ${'a'.repeat(20_000)}`)).toMatch(/^HTTP\/1\.1 431/);
  expect(await ask(`${path}&app_id=${'a'.repeat(8_000)}`)).toMatch(/^HTTP\/1\.1 414/);
  expect(seen).toEqual([]);
});

it('a client that never completes its request is disconnected', async () => {
  expect(await say(`GET ${path} HTTP/1.1`, `Host: ${host}`, 'X-A: ')).toMatch(/^HTTP\/1\.1 408/);
  expect(await say(`POST ${path} HTTP/1.1`, `Host: ${host}`, 'Content-Length: 9', '', 'a')).not.toMatch(
    / 200 /,
  );
  expect(seen).toEqual([]);
});

it('the server forwards no received header, and returns nothing that contains the key', async () => {
  const answer = await ask(
    `${path}&app_id=a%0d%0aX-Evil:%201`,
    'Authorization: Bearer mine',
    'X-Forwarded-Host: evil.example',
  );
  expect(answer).not.toContain(key);
  expect(seen).toHaveLength(1);
  expect(seen.join()).not.toMatch(/"X-Evil|evil\.example|mine/i);
});

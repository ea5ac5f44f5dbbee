/** How the proxy handles responses of the API. */
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { good, key, startUpstream } from './upstream.ts';

const upstream = await startUpstream();
const { ask, seen } = upstream;

describe('the proxy', () => {
  it.each([
    [
      'a body that contains the key',
      (r: ServerResponse) => r.end(JSON.stringify({ message: `bad key ${key}` })),
    ],
    [
      'a body that contains the key in escapes',
      (r: ServerResponse) => r.end(`{"message":"\\u006b${key.slice(1)}"}`),
    ],
    [
      'a body that contains the key in Base64',
      (r: ServerResponse) =>
        r.end(JSON.stringify({ message: Buffer.from(`Bearer ${key}`).toString('base64') })),
    ],
    [
      'a body that contains the key in URL-safe Base64',
      (r: ServerResponse) =>
        r.end(JSON.stringify({ message: Buffer.from(`x:${key}?`).toString('base64url') })),
    ],
    [
      'a body that contains the key in hexadecimal',
      (r: ServerResponse) =>
        r.end(JSON.stringify({ message: Buffer.from(key).toString('hex').toUpperCase() })),
    ],
    [
      'a body that contains the key percent-encoded',
      (r: ServerResponse) =>
        r.end(JSON.stringify({ message: key.replace('k', '%6b').replaceAll('-', '%2D') })),
    ],
    [
      'a body that contains the key percent-encoded twice',
      (r: ServerResponse) => r.end(JSON.stringify({ message: key.replaceAll('-', '%252D') })),
    ],
    ['an HTML page', (r: ServerResponse) => r.end('<html></html>')],
    ['more than 4 MB', (r: ServerResponse) => r.end(`"${'a'.repeat(4_300_000)}"`)],
    ['a redirect', (r: ServerResponse) => r.writeHead(302, { location: 'https://evil.example' }).end()],
    ['a cut connection', (r: ServerResponse) => r.destroy()],
  ])('the proxy responds with 502 instead of %s', async (_name, applyFault) => {
    upstream.answer = applyFault;
    const response = await ask(good);
    expect(response.status).toBe(502);
    expect(await response.text()).not.toContain(key);
    expect(seen).toHaveLength(1);
  });

  it('the proxy keeps the status and Retry-After of an error page', async () => {
    upstream.answer = (response) => {
      response.writeHead(503, { 'content-type': 'text/html', 'retry-after': '7' });
      response.end('<html>Down for maintenance</html>');
    };
    const response = await ask(good);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.json()).toEqual({ message: 'The API responded with 503 and no JSON.' });
  });

  it('the proxy withholds a header that contains the key', async () => {
    upstream.answer = (response) => {
      response.setHeader('x-ratelimit-limit', key);
      response.end('{}');
    };
    expect([...(await ask(good)).headers].flat().join()).not.toContain(key);
  });

  it.each(['/config.json', '/', good.replace(/\?.*/, '')])(
    'the response to %s does not contain the key',
    async (path) => {
      const response = await ask(path);
      expect((await response.text()) + [...response.headers].flat().join()).not.toContain(key);
    },
  );
});

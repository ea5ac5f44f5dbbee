import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../server/app.ts';
import { instancesOf, readContract } from '../server/contract.ts';
import { readOptions } from '../server/options.ts';
import { perMinute } from '../server/rate-limit.ts';
import { UsageError } from '../server/usage-error.ts';
import { optionsFor } from './options.ts';

const key = 'k3y-that-must-never-leave';
const good = '/api/sessions/data_series?length=14&unit=day';
const contract = await readContract();

let upstream: Server;
let url = '';
let seen: { path: string; headers: IncomingMessage['headers'] }[] = [];
let answer: (response: ServerResponse) => void;

beforeAll(async () => {
  upstream = createServer((request, response) => {
    seen.push({ path: request.url ?? '', headers: request.headers });
    answer(response);
  });
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const address = upstream.address();
  if (typeof address === 'object' && address) url = `http://127.0.0.1:${address.port}`;
});
afterAll(() => upstream.close());
beforeEach(() => {
  seen = [];
  answer = (response) => {
    response.setHeader('x-ratelimit-remaining', '7');
    response.setHeader('set-cookie', 'secret=1');
    response.setHeader('content-type', 'text/html');
    response.end('{"message":"success","data":[]}');
  };
});

function ask(path: string, init?: RequestInit, budget = perMinute(1000)) {
  const real = { instance: 'test', url, key };
  const app = createApp(optionsFor({ real }), contract, { budget });
  return app.request(`http://127.0.0.1:4012${path}`, init);
}

describe('the proxy', () => {
  it('the proxy adds the key to requests, and only returns what the contract declares', async () => {
    const response = await ask(good);
    expect(response.status).toBe(200);
    expect(seen).toMatchObject([
      { path: '/sessions/data_series?length=14&unit=day', headers: { authorization: `Bearer ${key}` } },
    ]);
    expect(response.headers.get('x-ratelimit-remaining')).toBe('7');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('content-type')).toBe('application/json');
  });

  it.each([
    '/api/',
    '/api/users/export/ids',
    '/api/sessions/data_series/',
    '/api/sessions/data_series/../../users',
    '/api/sessions/%2e%2e/users',
    '/api//sessions/data_series',
    '/api/http://evil.example/sessions/data_series',
    '/api/sessions/data_series%00',
    '/api/SESSIONS/data_series',
    '/api/sessions%2fdata_series',
    '/api/sessions%5cdata_series',
    '/api/@evil.example/sessions/data_series',
  ])('the proxy does not forward %s', async (path) => {
    const response = await ask(`${path}?length=1`);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(seen).toEqual([]);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('the proxy forwards no %s', async (method) => {
    const response = await ask(good, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET');
    expect(seen).toEqual([]);
  });

  it.each([
    '?length=0',
    '?length=101',
    '?length=abc',
    '',
    '?length=1&length=2',
    '?length=1&unit=jour',
    '?length=1&ending_at=hier',
    '?length=1&api_key=x',
    '?length=1&__proto__=x',
    '?length=1&__proto__[length]=x',
    '?length=1&constructor[prototype][length]=x',
    '?length[]=1',
    '?length=1%00',
    '?length=1e1',
    '?length=%20',
    '?length=1&app_id=',
  ])('the proxy itself responds with 400 to %s', async (query) => {
    const response = await ask(`/api/sessions/data_series${query}`);
    expect(response.status).toBe(400);
    expect((await response.json()).message).toMatch(/\w/);
    expect(seen).toEqual([]);
  });

  it('the proxy refuses an oversized query', async () => {
    expect((await ask(`${good}&app_id=${'a'.repeat(5000)}`)).status).toBe(414);
    expect(seen).toEqual([]);
  });

  it('the proxy forwards no header of the page', async () => {
    await ask(good, {
      headers: {
        authorization: 'Bearer mine',
        cookie: 'a=b',
        'x-forwarded-host': 'evil.example',
        prefer: 'code=401',
        'x-mock-faults': 'status=500',
      },
    });
    const names = Object.keys(seen[0]?.headers ?? {});
    expect(seen[0]?.headers.authorization).toBe(`Bearer ${key}`);
    expect(names).not.toContain('cookie');
    expect(names.filter((name) => name.startsWith('x-') || name === 'prefer')).toEqual([]);
  });

  it('the proxy keeps a line break in a value from becoming a header', async () => {
    await ask(`${good}&app_id=a%0d%0aX-Evil:%201`);
    expect(seen[0]?.path).toContain('app_id=a%0D%0AX-Evil%3A+1');
    expect(seen[0]?.headers['x-evil']).toBeUndefined();
  });

  it('the server only responds to its own page', async () => {
    expect((await ask(good, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    for (const origin of ['https://evil.example', 'http://127.0.0.1:9999', 'null'])
      expect((await ask(good, { headers: { origin } })).status).toBe(403);
    const real = { instance: 'test', url, key };
    const app = createApp(optionsFor({ real }), contract);
    for (const host of [
      'evil.example',
      '127.evil.example',
      '127.0.0.1.evil.example',
      'localhost.evil.example',
    ])
      expect((await app.request(`http://${host}${good}`)).status).toBe(421);
    expect(seen).toEqual([]);
  });

  it('the proxy responds to a request of its own origin', async () => {
    expect((await ask(good, { headers: { origin: 'http://127.0.0.1:4012' } })).status).toBe(200);
  });

  it('the proxy limits its rate', async () => {
    const budget = perMinute(1, () => 30_000);
    expect((await ask(good, {}, budget)).status).toBe(200);
    const refused = await ask(good, {}, budget);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(seen).toHaveLength(1);
  });

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
    answer = applyFault;
    const response = await ask(good);
    expect(response.status).toBe(502);
    expect(await response.text()).not.toContain(key);
    expect(seen).toHaveLength(1);
  });

  it('the proxy keeps the status and Retry-After of an error page', async () => {
    answer = (response) => {
      response.writeHead(503, { 'content-type': 'text/html', 'retry-after': '7' });
      response.end('<html>Down for maintenance</html>');
    };
    const response = await ask(good);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.json()).toEqual({ message: 'The API responded with 503 and no JSON.' });
  });

  it('the proxy withholds a header that contains the key', async () => {
    answer = (response) => {
      response.setHeader('x-ratelimit-limit', key);
      response.end('{}');
    };
    expect([...(await ask(good)).headers].flat().join()).not.toContain(key);
  });

  it.each(['/config.json', '/', '/api/sessions/data_series'])(
    'the response to %s does not contain the key',
    async (path) => {
      const response = await ask(path);
      expect((await response.text()) + [...response.headers].flat().join()).not.toContain(key);
    },
  );
});

describe('the server', () => {
  const app = (changes = {}, surroundings = {}) =>
    createApp(optionsFor(changes), contract, { ...surroundings });

  it('the server only accepts host names given with --allow-host', async () => {
    const hosted = app({ host: '0.0.0.0', allowedHosts: ['demo.example.com'] });
    expect((await hosted.request('http://demo.example.com/config.json')).status).toBe(200);
    expect((await hosted.request('http://evil.example/config.json')).status).toBe(421);
  });

  it('the server reports health and readiness under any host name until it stops', async () => {
    const stopping = app({}, { isReady: () => false });
    expect((await app().request('http://10.1.2.3/healthz')).status).toBe(200);
    expect((await app().request('http://10.1.2.3/readyz')).status).toBe(200);
    expect((await stopping.request('http://10.1.2.3/healthz')).status).toBe(200);
    expect((await stopping.request('http://10.1.2.3/readyz')).status).toBe(503);
  });

  it('the server logs lines of JSON without the query and without a key', async () => {
    const lines: string[] = [];
    const real = { instance: 'test', url, key };
    const logged = app({ real, log: true }, { write: (line: string) => lines.push(line) });
    await logged.request(`http://127.0.0.1:4012${good}&app_id=someone`, {
      headers: { authorization: `Bearer ${key}` },
    });
    await logged.request('http://127.0.0.1:4012/nothing');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'info', method: 'GET', operation: 'getSessionsDataSeries', status: 200 },
      { level: 'warn', method: 'GET', path: '/nothing', status: 404 },
    ]);
    expect(lines.join()).not.toMatch(/someone|k3y/);
  });

  it('browsers revalidate the page and cache its assets', async () => {
    const response = await app().request('http://127.0.0.1:4012/');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const html = await response.text();
    // The server sends its own policy as a header.
    expect(html).not.toContain('Content-Security-Policy');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const asset = /assets\/[\w.-]+\.js/.exec(html)?.[0];
    const script = await app().request(`http://127.0.0.1:4012/${asset}`);
    expect(script.headers.get('cache-control')).toContain('immutable');
  });

  it('the server gives the page the names of apps and segments, and the URL of the docs', async () => {
    const catalogue = { apps: [{ id: 'a', name: 'App' }], segments: [] };
    const named = app({ catalogue, docsUrl: 'https://docs.example/' });
    const config = await named.request('http://127.0.0.1:4012/config.json');
    expect(await config.json()).toEqual({ backEnd: 'browser', docs: 'https://docs.example/' });
    const names = await named.request('http://127.0.0.1:4012/catalogue.json');
    expect(await names.json()).toEqual(catalogue);
    const none = await app().request('http://127.0.0.1:4012/catalogue.json');
    expect(await none.json()).toBeNull();
  });

  it('the server gets names from the mock, and continues without if it has none', async () => {
    const apps = [{ id: 'a', name: 'App', secret: 1 }];
    const answering = (body: unknown) =>
      app({ mockUrl: 'http://127.0.0.1:4010' }, { fetch: async () => Response.json(body) });
    const found = await answering({ apps, segments: [] }).request('http://127.0.0.1:4012/catalogue.json');
    expect(await found.json()).toEqual({ apps: [{ id: 'a', name: 'App' }], segments: [] });
    const none = await answering('?').request('http://127.0.0.1:4012/catalogue.json');
    expect(await none.json()).toBeNull();
  });
});

describe('the options', () => {
  const read = (args: string[], env = {}) => readOptions(args, env, instancesOf(contract));

  it('the options find an instance by name', () => {
    const options = read([], { SESSION_SERIES_API_KEY: key, SESSION_SERIES_INSTANCE: 'eu-01' });
    expect(options).toMatchObject({ real: { instance: 'EU-01', url: 'https://rest.fra-01.braze.eu' } });
  });

  it.each([
    [['--port', 'x'], {}, /--port/],
    [['--prt', '1'], {}, /--prt/],
    [['--mock-url', 'mock'], {}, /--mock-url/],
    [[], { SESSION_SERIES_API_KEY: key }, /SESSION_SERIES_INSTANCE/],
    [[], { SESSION_SERIES_API_KEY: key, SESSION_SERIES_INSTANCE: 'US-99' }, /neither a known instance/],
    [['--host', ''], {}, /--host is empty/],
    [['--host', '0.0.0.0'], {}, /--allow-host/],
    [['--allow-host', 'https://x'], {}, /without scheme/],
    [['--catalogue', 'package.json'], {}, /is not a catalogue/],
    [['--catalogue', 'no-such-file'], {}, /could not be read/],
    [['--docs-url', 'docs'], {}, /--docs-url/],
    [[], { SESSION_SERIES_API_KEY: key, SESSION_SERIES_INSTANCE: 'http://example.com' }, /https/],
    [[], { SESSION_SERIES_API_KEY: key, SESSION_SERIES_INSTANCE: 'http://127.0.0.1.example.com' }, /https/],
  ])('the options %j with the variables %j are refused with a reason', (args, env, reason) => {
    expect(() => read(args, env)).toThrow(UsageError);
    expect(() => read(args, env)).toThrow(reason);
  });

  it.each([
    ['an opaque key', 'sk-live-0123456789abcdef'],
    ['a key that reads as a URL', 'sk:live:0123456789abcdef'],
    ['an http URL with a key in it', 'http://user:sk-live-0123456789abcdef@example.com'],
  ])(
    'an error never repeats the value of a variable, since variables are easily swapped: %s',
    (_name, secret) => {
      let message = '';
      try {
        read([], { SESSION_SERIES_API_KEY: 'EU-01', SESSION_SERIES_INSTANCE: secret });
      } catch (error) {
        message = error instanceof UsageError ? error.message : '';
      }
      expect(message).toMatch(/^SESSION_SERIES_INSTANCE is /);
      expect(message).not.toContain('0123456789abcdef');
    },
  );
});

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../server/app.ts';
import { readContract } from '../server/contract.ts';
import { readOptions, UsageError } from '../server/options.ts';
import { perMinute } from '../server/rate-limit.ts';

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
  const app = createApp({ host: '127.0.0.1', port: 0, mockUrl: undefined, real }, contract, { budget });
  return app.request(`http://127.0.0.1:4012${path}`, init);
}

describe('the proxy', () => {
  it('puts the key on what it forwards, and only what the contract knows comes back', async () => {
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
    '/api/@evil.example/sessions/data_series',
  ])('forwards nothing of %s', async (path) => {
    const response = await ask(`${path}?length=1`);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(seen).toEqual([]);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('forwards no %s', async (method) => {
    expect((await ask(good, { method })).status).toBe(405);
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
  ])('answers 400 itself to %s', async (query) => {
    const response = await ask(`/api/sessions/data_series${query}`);
    expect(response.status).toBe(400);
    expect((await response.json()).message).toMatch(/\w/);
    expect(seen).toEqual([]);
  });

  it('refuses an oversized query', async () => {
    expect((await ask(`${good}&app_id=${'a'.repeat(5000)}`)).status).toBe(414);
    expect(seen).toEqual([]);
  });

  it('passes no header of the page on', async () => {
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

  it('keeps a line break in a value from becoming a header', async () => {
    await ask(`${good}&app_id=a%0d%0aX-Evil:%201`);
    expect(seen[0]?.path).toContain('app_id=a%0D%0AX-Evil%3A+1');
    expect(seen[0]?.headers['x-evil']).toBeUndefined();
  });

  it('serves its own page only', async () => {
    expect((await ask(good, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    const real = { instance: 'test', url, key };
    const app = createApp({ host: '127.0.0.1', port: 0, mockUrl: undefined, real }, contract);
    for (const host of [
      'evil.example',
      '127.evil.example',
      '127.0.0.1.evil.example',
      'localhost.evil.example',
    ])
      expect((await app.request(`http://${host}${good}`)).status).toBe(421);
    expect(seen).toEqual([]);
  });

  it('limits its rate', async () => {
    const budget = perMinute(1, () => 30_000);
    expect((await ask(good, {}, budget)).status).toBe(200);
    const refused = await ask(good, {}, budget);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(seen).toHaveLength(1);
  });

  it.each([
    [
      'a body that holds the key',
      (r: ServerResponse) => r.end(JSON.stringify({ message: `bad key ${key}` })),
    ],
    [
      'a body that holds the key in escapes',
      (r: ServerResponse) => r.end(`{"message":"\\u006b${key.slice(1)}"}`),
    ],
    ['an HTML page', (r: ServerResponse) => r.end('<html></html>')],
    ['a redirect', (r: ServerResponse) => r.writeHead(302, { location: 'https://evil.example' }).end()],
    ['a cut connection', (r: ServerResponse) => r.destroy()],
  ])('answers 502 in place of %s', async (_name, spoil) => {
    answer = spoil;
    const response = await ask(good);
    expect(response.status).toBe(502);
    expect(await response.text()).not.toContain(key);
    expect(seen).toHaveLength(1);
  });

  it('keeps the key out of a header', async () => {
    answer = (response) => {
      response.setHeader('x-ratelimit-limit', key);
      response.end('{}');
    };
    expect([...(await ask(good)).headers].flat().join()).not.toContain(key);
  });

  it.each(['/config.json', '/', '/api/sessions/data_series'])('%s does not hold the key', async (path) => {
    const response = await ask(path);
    expect((await response.text()) + [...response.headers].flat().join()).not.toContain(key);
  });
});

describe('the options', () => {
  const read = (args: string[], env = {}) => readOptions(args, env, contract.instances);

  it('finds an instance by name', () => {
    const options = read([], { SESSION_SERIES_API_KEY: key, SESSION_SERIES_INSTANCE: 'eu-01' });
    expect(options).toMatchObject({ real: { instance: 'EU-01', url: 'https://rest.fra-01.braze.eu' } });
  });

  it.each([
    [['--port', 'x'], {}, /--port/],
    [['--prt', '1'], {}, /--prt/],
    [['--mock-url', 'mock'], {}, /--mock-url/],
    [[], { SESSION_SERIES_API_KEY: key }, /SESSION_SERIES_INSTANCE/],
    [[], { SESSION_SERIES_API_KEY: key, SESSION_SERIES_INSTANCE: 'US-09' }, /US-09/],
    [[], { SESSION_SERIES_API_KEY: key, SESSION_SERIES_INSTANCE: 'http://example.com' }, /https/],
    [[], { SESSION_SERIES_API_KEY: key, SESSION_SERIES_INSTANCE: 'http://127.0.0.1.example.com' }, /https/],
  ])('%j %j is refused with a reason', (args, env, reason) => {
    expect(() => read(args, env)).toThrow(UsageError);
    expect(() => read(args, env)).toThrow(reason);
  });
});

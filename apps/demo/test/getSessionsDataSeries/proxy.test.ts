/** What the proxy forwards, and what it refuses. */
import { describe, expect, it } from 'vitest';
import { perMinute } from '../../server/proxy.ts';
import { key, startUpstream } from '../upstream.ts';

const good = '/api/sessions/data_series?length=14&unit=day';
const upstream = await startUpstream();
const { ask, seen } = upstream;

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
    const app = upstream.app();
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
});

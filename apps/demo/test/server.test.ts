import { describe, expect, it } from 'vitest';
import { createApp } from '../server/app.ts';
import { readContract } from '../server/contract.ts';
import { optionsFor } from './options.ts';
import { good, key, operation, startUpstream } from './upstream.ts';

const upstream = await startUpstream();
const contract = await readContract();

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
    const logged = upstream.app({ log: true }, { write: (line: string) => lines.push(line) });
    await logged.request(`http://127.0.0.1:4012${good}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    await logged.request('http://127.0.0.1:4012/nothing');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'info', method: 'GET', operation: operation?.id, status: 200 },
      { level: 'warn', method: 'GET', path: '/nothing', status: 404 },
    ]);
    expect(new URL(good, 'http://127.0.0.1').searchParams.size).toBeGreaterThan(0);
    expect(lines.join()).not.toMatch(/\?|k3y/);
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

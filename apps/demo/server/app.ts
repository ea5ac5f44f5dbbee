import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import type { Contract } from 'openapi-mock-engine/model';
import { type Catalogue, readCatalogue } from '../src/api/catalogue.ts';
import { accessLog } from './access-log.ts';
import { isOwnName } from './hosts.ts';
import type { Options } from './options.ts';
import { type ProxyOptions, proxy } from './proxy.ts';
import { refuse } from './refuse.ts';

const page = fileURLToPath(new URL('../dist', import.meta.url));

/** Dependencies that tests and the process provide. */
export interface Surroundings extends Pick<ProxyOptions, 'budget' | 'fetch'> {
  /** False once the server is about to stop. Default: always true. */
  isReady?: () => boolean;
  /** Writes log lines. Default: to standard error. */
  write?: (line: string) => void;
}

/**
 * The demo's server: the built page, `/config.json` with its back end, health checks, and the proxy under `/api` if
 * there is a key.
 */
export function createApp(
  options: Options,
  contract: Contract,
  { isReady = () => true, write = (line) => process.stderr.write(line), ...testing }: Surroundings = {},
): Hono<{ Bindings: Partial<HttpBindings> }> {
  const { real, mockUrl, docsUrl, catalogue, allowedHosts } = options;
  const app = new Hono<{ Bindings: Partial<HttpBindings> }>();
  if (options.log) app.use(accessLog(contract, write));
  // Probes use the address of the container, which is not known in advance.
  app.get('/healthz', (c) => c.text('ok', 200, { 'cache-control': 'no-store' }));
  app.get('/readyz', (c) =>
    isReady()
      ? c.text('ready', 200, { 'cache-control': 'no-store' })
      : c.text('stopping', 503, { 'cache-control': 'no-store' }),
  );
  app.use(async (c, next) => {
    // With two hosts, this server and a server in front of it could choose different ones.
    const hosts = c.env?.incoming?.headersDistinct['host'] ?? [];
    if (hosts.length > 1) return refuse(c, 400, 'The request has two Host headers. Send one.');
    const { hostname } = new URL(c.req.url);
    if (isOwnName(hostname, allowedHosts)) return next();
    return refuse(
      c,
      421,
      `The host name ${JSON.stringify(hostname)} is not allowed. Start the server with --allow-host for each name.`,
    );
  });
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: real || !mockUrl ? ["'self'"] : ["'self'", mockUrl],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      strictTransportSecurity: false,
    }),
  );
  app.get('/config.json', (c) => {
    c.header('cache-control', 'no-store');
    const more = docsUrl === undefined ? {} : { docs: docsUrl };
    if (real) return c.json({ backEnd: 'real', instance: real.instance, ...more });
    return c.json(mockUrl ? { backEnd: 'mock', url: mockUrl, ...more } : { backEnd: 'browser', ...more });
  });
  // The page cannot call the mock's control API, which refuses other origins.
  app.get('/catalogue.json', async (c) => {
    c.header('cache-control', 'no-store');
    const names = real || !mockUrl ? catalogue : await catalogueOf(mockUrl, testing.fetch ?? fetch);
    return c.json(names ?? null);
  });
  if (real) app.route('/api', proxy({ contract, url: real.url, key: real.key, ...testing }));
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable');
  });
  app.use(compress());
  for (const path of ['/', '/index.html'])
    app.get(path, (c) => {
      // The page refers to hashed assets, so an old copy would request files that no longer exist.
      c.header('cache-control', 'no-cache');
      return c.html(indexPage());
    });
  app.get('*', serveStatic({ root: page }));
  app.notFound((c) => c.text('Not found', 404));
  return app;
}

/** The known apps and segments of a mock. @returns undefined if it has none, or does not answer in time */
async function catalogueOf(mockUrl: string, fetch: typeof globalThis.fetch): Promise<Catalogue | undefined> {
  try {
    const response = await fetch(`${mockUrl}/_mock`, { signal: AbortSignal.timeout(3000) });
    return readCatalogue(await response.json());
  } catch {
    return undefined;
  }
}

/** The page without its policy for static hosts, since the server sends a stricter one. */
function indexPage(): string {
  const html = readFileSync(`${page}/index.html`, 'utf8');
  return html.replace(/\s*<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
}

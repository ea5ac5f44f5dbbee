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

/** What tests replace, and what the process that runs the app decides. */
export interface Surroundings extends Pick<ProxyOptions, 'budget' | 'fetch'> {
  /** False once the server is about to stop. Default: always true. */
  isReady?: () => boolean;
  /** Where log lines go. Default: the error output. */
  write?: (line: string) => void;
}

/**
 * The demo's server: the built page, `/config.json` that names its back end, health checks, and the proxy under `/api`
 * when there is a key.
 */
export function createApp(
  options: Options,
  contract: Contract,
  { isReady = () => true, write = (line) => process.stderr.write(line), ...testing }: Surroundings = {},
): Hono<{ Bindings: Partial<HttpBindings> }> {
  const { real, mockUrl, docsUrl, catalogue, allowedHosts } = options;
  const app = new Hono<{ Bindings: Partial<HttpBindings> }>();
  if (options.log) app.use(accessLog(contract, write));
  // Probes use the address of a container, which is not known beforehand.
  app.get('/healthz', (c) => c.text('ok', 200, { 'cache-control': 'no-store' }));
  app.get('/readyz', (c) =>
    isReady()
      ? c.text('ready', 200, { 'cache-control': 'no-store' })
      : c.text('stopping', 503, { 'cache-control': 'no-store' }),
  );
  app.use(async (c, next) => {
    // Of two hosts, this server would believe one and a server in front of it the other.
    const hosts = c.env?.incoming?.headersDistinct['host'] ?? [];
    if (hosts.length > 1) return refuse(c, 400, 'The request has two Host headers. Send one.');
    const { hostname } = new URL(c.req.url);
    if (isOwnName(hostname, allowedHosts)) return next();
    return refuse(
      c,
      421,
      'This server does not go by that host name. It is started with --allow-host for each name.',
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
  // The page must not ask the mock itself: its control API is closed to other origins.
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
      // It names the assets: an old one would ask for files that are gone.
      c.header('cache-control', 'no-cache');
      return c.html(indexPage());
    });
  app.get('*', serveStatic({ root: page }));
  app.notFound((c) => c.text('Not found', 404));
  return app;
}

/** The apps and segments that a mock knows. @returns undefined for one that knows none, or does not answer in time */
async function catalogueOf(mockUrl: string, fetch: typeof globalThis.fetch): Promise<Catalogue | undefined> {
  try {
    const response = await fetch(`${mockUrl}/_mock`, { signal: AbortSignal.timeout(3000) });
    return readCatalogue(await response.json());
  } catch {
    return undefined;
  }
}

/** The page without the policy that it has for hosts that send no headers: the server's own is stricter. */
function indexPage(): string {
  const html = readFileSync(`${page}/index.html`, 'utf8');
  return html.replace(/\s*<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
}

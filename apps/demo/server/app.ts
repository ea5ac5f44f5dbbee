import { fileURLToPath } from 'node:url';
import type { HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import type { Contract } from './contract.ts';
import { isLoopback, type Options } from './options.ts';
import { type ProxyOptions, proxy } from './proxy.ts';

/**
 * The demo's server: the built page, `/config.json` that names its back end, and the proxy under `/api` when
 * there is a key.
 *
 * @param testing replaces the fetch or the budget of the proxy in tests.
 */
export function createApp(
  options: Options,
  contract: Contract,
  testing: Pick<ProxyOptions, 'budget' | 'fetch'> = {},
): Hono<{ Bindings: Partial<HttpBindings> }> {
  const { real, mockUrl, host } = options;
  const app = new Hono<{ Bindings: Partial<HttpBindings> }>();
  app.use(async (c, next) => {
    // Of two hosts, this server would believe one and a server in front of it the other.
    const hosts = c.env?.incoming?.headersDistinct['host'] ?? [];
    if (hosts.length > 1) return c.json({ message: 'Host: given twice. Give it once.' }, 400);
    // A foreign name that resolves to this machine would otherwise be the page's own origin (DNS rebinding).
    const { hostname } = new URL(c.req.url);
    if (isLoopback(host) && !isLoopback(hostname))
      return c.json({ message: `Unknown host ${hostname}.` }, 421);
    return next();
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
    if (real) return c.json({ backEnd: 'real', instance: real.instance });
    return c.json(mockUrl ? { backEnd: 'mock', url: mockUrl } : { backEnd: 'browser' });
  });
  if (real) app.route('/api', proxy({ contract, url: real.url, key: real.key, ...testing }));
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable');
  });
  app.use(compress());
  app.get('*', serveStatic({ root: fileURLToPath(new URL('../dist', import.meta.url)) }));
  app.notFound((c) => c.text('Not found', 404));
  return app;
}

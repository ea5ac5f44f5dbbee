import type { MiddlewareHandler } from 'hono';
import { type Contract, PathMatcher } from 'openapi-mock-engine/model';

/**
 * Logs each request as a line of JSON: when, what, how it ended and how long it took. Of an address, it has the path of
 * the contract or of a file, never the query, which has identifiers; and no header, which could have a key.
 *
 * @param write gets whole lines
 */
export function accessLog(contract: Contract, write: (line: string) => void): MiddlewareHandler {
  const matcher = new PathMatcher(contract.operations);
  return async (c, next) => {
    const started = performance.now();
    await next();
    const { pathname } = new URL(c.req.url);
    const operation = matcher.match(pathname.replace(/^\/api/, ''))?.methods.get(c.req.method);
    const status = c.res.status;
    write(
      `${JSON.stringify({
        time: new Date().toISOString(),
        level: status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info',
        method: c.req.method,
        ...(operation ? { operation: operation.id } : { path: pathname.slice(0, 200) }),
        status,
        milliseconds: Math.round(performance.now() - started),
      })}\n`,
    );
  };
}

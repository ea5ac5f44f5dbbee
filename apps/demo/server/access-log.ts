import type { MiddlewareHandler } from 'hono';
import { type Contract, PathMatcher } from 'openapi-mock-engine/model';

/**
 * Logs each request as a line of JSON: time, request, status and duration. It contains the path of the contract or of a
 * file, but neither the query, which has identifiers, nor headers, which could have a key.
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

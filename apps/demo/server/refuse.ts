import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An error of this server, in the shape of the API's own. */
export function refuse(c: Context, status: ContentfulStatusCode, message: string): Response {
  return c.json({ message }, status, { 'cache-control': 'no-store' });
}

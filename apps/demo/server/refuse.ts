import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An error response of this server, in the format of the API. */
export function refuse(c: Context, status: ContentfulStatusCode, message: string): Response {
  return c.json({ message }, status, { 'cache-control': 'no-store' });
}

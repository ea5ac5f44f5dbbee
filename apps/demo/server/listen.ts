import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { createApp } from './app.ts';

/** How long a client may take to send its request, in milliseconds. */
export interface Patience {
  head: number;
  /** Head and body. */
  whole: number;
  /** How often slow clients are looked for. */
  look: number;
}

const defaultPatience: Patience = { head: 10_000, whole: 20_000, look: 5_000 };
/** Bytes that the head of a request may have: room for the longest query that the proxy reads, and a browser's headers. */
const longestHead = 12_288;

/**
 * Serves an app over HTTP/1.1. Node's parser refuses what two servers could read differently, such as a length next to
 * chunks; a slow client is cut off.
 *
 * @param port 0 takes any free one.
 * @returns the server once it listens. @throws what `listen` says, such as `EADDRINUSE`.
 */
export async function listen(
  app: ReturnType<typeof createApp>,
  hostname: string,
  port: number,
  { head, whole, look }: Patience = defaultPatience,
): Promise<Server> {
  const server = createServer(
    {
      headersTimeout: head,
      requestTimeout: whole,
      connectionsCheckingInterval: look,
      maxHeaderSize: longestHead,
      requireHostHeader: true,
    },
    getRequestListener(app.fetch),
  );
  server.listen(port, hostname);
  await once(server, 'listening');
  return server;
}

/** Milliseconds that requests in flight get to end. */
const farewell = 10_000;

/** Takes no new connection, and closes those that are open as soon as they are idle; after a while, all. */
export function stopGracefully(server: Server): void {
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), farewell).unref();
}

/** Where a server listens, as a URL. */
export function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The server is not listening on a port.');
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${name}:${address.port}/`;
}

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { createApp } from './app.ts';

/** Timeouts for receiving a request, in milliseconds. */
export interface Timeouts {
  head: number;
  /** Headers and body. */
  whole: number;
  /** How often to check for slow clients. */
  checkInterval: number;
}

const defaultTimeouts: Timeouts = { head: 10_000, whole: 20_000, checkInterval: 5_000 };
/** The maximum size of request line and headers in bytes: room for the longest query of the proxy, and a browser's headers. */
const longestHead = 12_288;

/**
 * Serves an app over HTTP/1.1. Node's parser rejects ambiguous requests, such as one with both a length and chunks; slow
 * clients are disconnected.
 *
 * @param port 0 takes any free one.
 * @returns the listening server. @throws the error of `listen`, such as `EADDRINUSE`.
 */
export async function listen(
  app: ReturnType<typeof createApp>,
  hostname: string,
  port: number,
  { head, whole, checkInterval }: Timeouts = defaultTimeouts,
): Promise<Server> {
  const server = createServer(
    {
      headersTimeout: head,
      requestTimeout: whole,
      connectionsCheckingInterval: checkInterval,
      maxHeaderSize: longestHead,
      requireHostHeader: true,
    },
    getRequestListener(app.fetch),
  );
  server.listen(port, hostname);
  await once(server, 'listening');
  return server;
}

/** How long requests in flight may take to finish, in milliseconds. */
const shutdownTimeout = 10_000;

/** Stops accepting connections, and closes open ones when they are idle, or after a timeout. */
export function stopGracefully(server: Server): void {
  // A connection is idle once its request is finished: it would stay open for the seconds of its keep-alive.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  server.close(() => clearInterval(idle));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), shutdownTimeout).unref();
}

/** The URL of a listening server. */
export function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The server is not listening on a port.');
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${name}:${address.port}/`;
}

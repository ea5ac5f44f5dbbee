import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostHeaderValidation, originValidation, toNodeHandler } from '@modelcontextprotocol/node';
import {
  createMcpHandler,
  localhostAllowedHostnames,
  type McpServerFactory,
} from '@modelcontextprotocol/server';
import { isLoopback } from '@session-series/client';
import { CommandError } from '../exit-codes.ts';
import type { Words } from '../words/words.ts';

/** Where the server listens, and who may call it. */
export interface HttpOptions {
  port: number;
  host: string;
  /** Additional names allowed in the Host header of requests. */
  allowedHosts: readonly string[];
  /** The token that requests must send as `Authorization: Bearer …`. */
  token: string | undefined;
  onError: (error: Error) => void;
}

/** A server that listens. */
export interface RunningServer {
  /** The URL of the endpoint. */
  url: string;
  close(): Promise<void>;
}

/** The path of the protocol. */
const path = '/mcp';

/**
 * Serves Streamable HTTP. The Host and Origin of every request are checked, so that web pages cannot reach the server
 * through DNS rebinding.
 *
 * @throws CommandError when the port is in use, or when other machines can reach the host and there is no token.
 */
export async function serveHttp(
  factory: McpServerFactory,
  { port, host, allowedHosts, token, onError }: HttpOptions,
  words: Words,
): Promise<RunningServer> {
  if (token === undefined && !isLoopback(host)) throw new CommandError('usage', words.mcp.tokenNeeded(host));
  const handler = createMcpHandler(factory, { onerror: onError });
  const handle = toNodeHandler(handler, { onerror: onError });
  const hosts = [...localhostAllowedHostnames(), ...allowedHosts];
  const [hasValidHost, hasValidOrigin] = [hostHeaderValidation(hosts), originValidation(hosts)];
  const server = createHttpServer((request, response) => {
    // The checks answer refused requests themselves.
    if (!hasValidHost(request, response) || !hasValidOrigin(request, response)) return;
    if (token !== undefined && !bringsToken(request, token)) {
      response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
      return;
    }
    if (new URL(request.url ?? '/', 'http://host').pathname !== path) {
      response.writeHead(404).end();
      return;
    }
    // Requests to a server always have a method.
    handle(
      Object.assign(request, { method: request.method ?? 'GET', url: request.url ?? '/' }),
      response,
    ).catch(onError);
  });
  await listen(server, port, host, words);
  // The server listens on TCP, so the address is an object.
  const { address, port: bound, family } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${bound}${path}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await handler.close();
    },
  };
}

function listen(server: Server, port: number, host: string, words: Words): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new CommandError('unavailable', words.mcp.portTaken(port), { cause: error })
          : error,
      ),
    );
    server.listen(port, host, resolve);
  });
}

/** Compares digests, so that the duration reveals neither the length nor the first difference. */
function bringsToken({ headers }: IncomingMessage, token: string): boolean {
  const [, given = ''] = /^Bearer (.+)$/i.exec(headers.authorization ?? '') ?? [];
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return timingSafeEqual(digest(given), digest(token));
}

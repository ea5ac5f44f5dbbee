import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import type { Socket } from 'node:net';
import type { Mock } from '../mock.ts';
import { deliver, wireText } from './deliver.ts';
import { isTooLong, readRequest } from './read-request.ts';
import { readUnencoded } from './unencoded-url.ts';

/** The maximum size in bytes of a request line and headers: large enough that long queries get an error message. */
const maxHeaderSize = 256 * 1024;

const limits = {
  maxHeaderSize,
  // Slow and half-open clients are cut off.
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 5_000,
  // Node's own error response has no body.
  requireHostHeader: false,
};

/** A certificate and its private key, in PEM. */
export interface TlsFiles {
  cert: string | Buffer;
  key: string | Buffer;
}

/** A server for a mock, not yet listening. With a certificate, it speaks HTTP/2 and HTTP/1.1 over TLS. */
export async function createMockListener(mock: Mock, tls?: TlsFiles): Promise<Server> {
  const latest = new LatestAnswers();
  const listener = listenerFor(mock, latest);
  const server = tls === undefined ? createHttpServer(limits, listener) : await createSecure(tls, listener);
  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket: Socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    // Earlier requests on the same connection are answered first.
    latest.after(socket, () => {
      if (socket.writable) answerBroken(mock, error, socket);
    });
  });
  return server;
}

async function createSecure({ cert, key }: TlsFiles, listener: RequestListener): Promise<Server> {
  const { createSecureServer } = await import('node:http2');
  const compatible = (request: Http2ServerRequest, response: Http2ServerResponse): void => {
    // The cast: the compatibility API of node:http2 has what the listener uses.
    listener(
      request as unknown as IncomingMessage,
      response as unknown as ServerResponse<IncomingMessage> & { req: IncomingMessage },
    );
  };
  // The cast: likewise, it listens and closes as a server of node:http does.
  return createSecureServer(
    {
      cert,
      key,
      allowHTTP1: true,
      maxHeaderListPairs: 2_000,
      settings: { maxHeaderListSize: maxHeaderSize },
    },
    compatible,
  ) as unknown as Server;
}

function listenerFor(mock: Mock, latest: LatestAnswers): RequestListener {
  return (incoming, response) => {
    latest.add(incoming.socket, response);
    answer(mock, incoming, response);
  };
}

function answer(mock: Mock, incoming: IncomingMessage, response: ServerResponse): void {
  if (incoming.httpVersion === '1.1' && incoming.headers.host === undefined) {
    const request = { method: incoming.method ?? 'GET', path: incoming.url ?? '/', query: '', headers: {} };
    const refusal = mock.refuse('Host: is missing. Expected the host and the port of the mock.', request);
    deliver({ answer: refusal, delay: 0, fault: undefined }, incoming, response);
    return;
  }
  readRequest(incoming, (request) => {
    if (isTooLong(request)) {
      const unread = { ...request, body: undefined };
      const refusal = mock.refuse('Body: it is too long. Expected at most 10 MB.', unread, 413);
      deliver({ answer: refusal, delay: 0, fault: undefined }, incoming, response);
      return;
    }
    const outcome = mock.handle(request);
    if (!(outcome instanceof Promise)) {
      deliver(outcome, incoming, response);
      return;
    }
    outcome.then(
      (settled) => deliver(settled, incoming, response),
      (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
    );
  });
}

function answerBroken(
  mock: Mock,
  error: NodeJS.ErrnoException & { rawPacket?: Buffer },
  socket: Socket,
): void {
  const asked = error.code === 'HPE_INVALID_URL' ? readUnencoded(error.rawPacket) : undefined;
  if (asked === undefined) {
    const unreadable = { method: 'UNREADABLE', path: '', query: '', headers: {} };
    socket.end(wireText(mock.refuse(wireFinding(error.code), unreadable)));
    return;
  }
  void Promise.resolve(mock.handle(asked)).then(
    ({ answer }) => socket.end(wireText(asked.method === 'HEAD' ? { ...answer, body: '' } : answer)),
    () => socket.destroy(),
  );
}

/** The latest answer of each connection. Answers are sent in the order of their requests, so all others come before it. */
class LatestAnswers {
  readonly #latest = new WeakMap<Socket, ServerResponse>();

  add(socket: Socket, response: ServerResponse): void {
    this.#latest.set(socket, response);
  }

  /** Calls `then` once all answers of a connection are sent. */
  after(socket: Socket, then: () => void): void {
    const latest = this.#latest.get(socket);
    if (latest === undefined || latest.closed) then();
    else latest.once('close', then);
  }
}

function wireFinding(code: string | undefined): string {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return `Request: the URL and the headers are too long. Expected at most ${maxHeaderSize / 1024} kB.`;
  }
  if (code === 'HPE_INVALID_URL') {
    return 'Request: the URL has characters that are not allowed. Expected percent-encoding, such as %C3%A9 for é.';
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return `Request: it did not arrive in time. Expected all of it within ${limits.requestTimeout / 1000} seconds.`;
  return 'Request: it is not HTTP/1.1. Expected a request line, headers and an empty line.';
}

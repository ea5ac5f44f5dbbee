import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import { errorAnswer, type MockAnswer, type MockRequest } from '../answer/message.ts';
import { isControl } from '../control/control.ts';
import type { Mock, Outcome } from '../mock.ts';
import { readUnencoded } from './unencoded-url.ts';

/** Bytes of a request line and its headers that are read: enough for any query, so that it gets an answer in words. */
const maxHeaderSize = 256 * 1024;

/** Bytes of a body that the control API reads. */
const maxControlBody = 64 * 1024;

/** A server on `node:http` that answers by a mock. It does not listen yet. */
export function createMockServer(mock: Mock): Server {
  const server = createServer(
    {
      maxHeaderSize,
      // Slow and half-open clients are cut off.
      headersTimeout: 15_000,
      requestTimeout: 30_000,
      connectionsCheckingInterval: 5_000,
      // Node's own refusal has no body.
      requireHostHeader: false,
    },
    (incoming, response) => {
      const request = read(incoming);
      if (incoming.httpVersion === '1.1' && incoming.headers.host === undefined) {
        const answer = errorAnswer(400, ['Host: is missing. Expected the host and the port of the mock.']);
        deliver({ answer, delay: 0, fault: undefined }, request, response);
        return;
      }
      if (isControl(request.path)) {
        readBody(incoming, (body) => send(mock.handle(request, body), request, response));
        return;
      }
      if (request.hasBody) incoming.resume();
      send(mock.handle(request), request, response);
    },
  );
  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const asked = error.code === 'HPE_INVALID_URL' ? readUnencoded(error.rawPacket) : undefined;
    if (asked === undefined) {
      socket.end(wireText(errorAnswer(400, [wireFinding(error.code)])));
      return;
    }
    void Promise.resolve(mock.handle(asked)).then(
      ({ answer }) => socket.end(wireText(asked.method === 'HEAD' ? { ...answer, body: '' } : answer)),
      () => socket.destroy(),
    );
  });
  return server;
}

function read(incoming: IncomingMessage): MockRequest {
  const { url = '/', method = 'GET', headers } = incoming;
  // A proxy's absolute form: only the path matters.
  const target = url.startsWith('/') ? url : url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '') || '/';
  const mark = target.indexOf('?');
  const length = headers['content-length'];
  return {
    method,
    path: mark === -1 ? target : target.slice(0, mark),
    query: mark === -1 ? '' : target.slice(mark + 1),
    headers,
    hasBody: headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0'),
  };
}

function readBody(incoming: IncomingMessage, done: (body: string) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= maxControlBody) chunks.push(chunk);
  });
  incoming.on('end', () => done(size <= maxControlBody ? Buffer.concat(chunks).toString('utf8') : ''));
}

function send(outcome: Outcome | Promise<Outcome>, request: MockRequest, response: ServerResponse): void {
  if (!(outcome instanceof Promise)) {
    deliver(outcome, request, response);
    return;
  }
  outcome.then(
    (settled) => deliver(settled, request, response),
    (error: unknown) => {
      const answer = errorAnswer(500, [
        `The mock failed: ${error instanceof Error ? error.message : String(error)}`,
      ]);
      deliver({ answer, delay: 0, fault: undefined }, request, response);
    },
  );
}

function deliver(outcome: Outcome, request: MockRequest, response: ServerResponse): void {
  if (outcome.delay > 0) {
    const timer = setTimeout(() => deliver({ ...outcome, delay: 0 }, request, response), outcome.delay);
    response.once('close', () => clearTimeout(timer));
    return;
  }
  // A stalled answer never comes; closing the server ends the connection.
  if (outcome.fault === 'stall') return;
  if (outcome.fault === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const { status, headers, body } = outcome.answer;
  const bytes = Buffer.byteLength(body);
  if (status !== 204) headers['content-length'] = String(bytes);
  response.writeHead(status, headers);
  if (request.method === 'HEAD' || status === 204) response.end();
  // A text of ASCII only is written faster as what it is.
  else response.end(body, bytes === body.length ? 'latin1' : 'utf8');
}

/** An answer as it goes over the wire where Node.js gives no response object. */
function wireText({ status, headers, body }: MockAnswer): string {
  const fields = { ...headers, connection: 'close', 'content-length': Buffer.byteLength(body) };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`;
}

function wireFinding(code: string | undefined): string {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return `Request: the URL and the headers are too long. Expected at most ${maxHeaderSize} bytes.`;
  }
  if (code === 'HPE_INVALID_URL') {
    return 'Request: the URL has characters that are not allowed. Expected them percent-encoded, é as %C3%A9.';
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return 'Request: it did not arrive in time. Expected all of it at once.';
  return 'Request: it is not HTTP/1.1. Expected a request line, headers and an empty line.';
}

import type { IncomingMessage } from 'node:http';
import type { MockRequest } from '../message.ts';

/** The maximum size of a body in bytes. */
const maxBody = 10 * 1024 * 1024;

/** Represents a body that is too long. */
const tooLong = new Uint8Array();

/** Reads a request with its body. Without a body, `done` is called synchronously. */
export function readRequest(incoming: IncomingMessage, done: (request: MockRequest) => void): void {
  const { url = '/', method = 'GET', headers } = incoming;
  // A proxy's absolute form: only the path matters.
  const target = url.startsWith('/') ? url : url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '') || '/';
  const mark = target.indexOf('?');
  const request: MockRequest = {
    method,
    path: mark === -1 ? target : target.slice(0, mark),
    query: mark === -1 ? '' : target.slice(mark + 1),
    headers: incoming.httpVersionMajor === 2 ? plainHeaders(headers) : headers,
  };
  if (!hasBody(incoming)) {
    done(request);
    return;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= maxBody) chunks.push(chunk);
  });
  incoming.on('end', () => {
    if (size > maxBody) request.body = tooLong;
    else if (size > 0) request.body = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    done(request);
  });
}

export function isTooLong({ body }: MockRequest): boolean {
  return body === tooLong;
}

function hasBody(incoming: IncomingMessage): boolean {
  const { headers } = incoming;
  if (incoming.httpVersionMajor === 2) return incoming.method !== 'GET' && incoming.method !== 'HEAD';
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

/** HTTP/2 has method, path and host in pseudo-headers. */
function plainHeaders(headers: IncomingMessage['headers']): MockRequest['headers'] {
  const plain: { [name: string]: string | readonly string[] | undefined } = {};
  for (const name of Object.keys(headers)) if (!name.startsWith(':')) plain[name] = headers[name];
  plain.host ??= headers[':authority'];
  return plain;
}

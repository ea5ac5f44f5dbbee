import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Outcome } from '../faults/apply-fault.ts';
import { isBodiless, type MockAnswer } from '../message.ts';

/** Milliseconds between the pieces of a dribbled answer. */
const dribblePause = 20;

/** The maximum number of pieces of a dribbled answer. */
const dribblePieces = 40;

/** Writes an outcome to a connection, its fault included. */
export function deliver(outcome: Outcome, incoming: IncomingMessage, response: ServerResponse): void {
  if (outcome.delay > 0) {
    const timer = setTimeout(() => deliver({ ...outcome, delay: 0 }, incoming, response), outcome.delay);
    response.once('close', () => clearTimeout(timer));
    return;
  }
  const { answer, fault } = outcome;
  // A stalled answer is never sent; closing the server ends the connection.
  if (fault === 'stall') return;
  if (fault === 'reset') {
    breakConnection(response);
    return;
  }
  if (fault === 'garbage') {
    // Bytes that are not HTTP, like from a broken proxy.
    const { socket } = response;
    if (incoming.httpVersionMajor === 2 || socket === null) breakConnection(response);
    else socket.end('\u0000\u0001mock garbage\r\n\r\n\u0002');
    return;
  }
  const { status, headers, body, cookies } = answer;
  const bytes = Buffer.byteLength(body);
  const isBare = isBodiless(status);
  if (!isBare) headers['content-length'] = String(bytes);
  response.writeHead(status, cookies === undefined ? headers : { ...headers, 'set-cookie': [...cookies] });
  if (incoming.method === 'HEAD' || isBare) {
    response.end();
  } else if (fault === 'cut') {
    const half = Buffer.from(body).subarray(0, Math.max(1, bytes >> 1));
    // Closed gracefully, so that the first half arrives.
    response.write(half, () => response.destroy());
  } else if (fault === 'dribble') {
    dribble(Buffer.from(body), response);
  } else if (typeof body === 'string') {
    // ASCII text is written faster as `latin1`.
    response.end(body, bytes === body.length ? 'latin1' : 'utf8');
  } else {
    response.end(body);
  }
}

function breakConnection(response: ServerResponse): void {
  const { socket } = response;
  if (socket !== null && 'resetAndDestroy' in socket && response.req.httpVersionMajor !== 2)
    socket.resetAndDestroy();
  else response.destroy();
}

function dribble(body: Buffer, response: ServerResponse): void {
  const piece = Math.max(1, Math.ceil(body.length / dribblePieces));
  let sent = 0;
  const timer = setInterval(() => {
    response.write(body.subarray(sent, sent + piece));
    sent += piece;
    if (sent < body.length) return;
    clearInterval(timer);
    response.end();
  }, dribblePause);
  response.once('close', () => clearInterval(timer));
}

/** A raw HTTP answer, for when Node.js provides no response object. */
export function wireText({ status, headers, body }: MockAnswer): string {
  const fields = { ...headers, connection: 'close', 'content-length': Buffer.byteLength(body) };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${typeof body === 'string' ? body : Buffer.from(body).toString('latin1')}`;
}

import { header, type MockAnswer, type MockRequest } from '../message.ts';

/** Lets any page read an answer, all of its headers included. */
export function allowOrigin(request: MockRequest, headers: { [name: string]: string }): void {
  const origin = header(request, 'origin');
  // Browsers take `*` for a name where credentials are allowed, so the headers are named.
  const exposed = Object.keys(headers).filter(
    (name) => !safelisted.has(name) && !name.startsWith('access-control-'),
  );
  headers['access-control-allow-origin'] = origin ?? '*';
  if (exposed.length > 0) headers['access-control-expose-headers'] = exposed.join(', ');
  if (origin !== undefined) {
    headers['access-control-allow-credentials'] = 'true';
    headers.vary = 'origin';
  }
}

const safelisted = new Set(['content-type', 'content-length', 'cache-control', 'expires', 'vary']);

/** Whether a browser asks for permission before the request proper. */
export function isPreflight(request: MockRequest): boolean {
  return (
    request.method === 'OPTIONS' &&
    header(request, 'origin') !== undefined &&
    header(request, 'access-control-request-method') !== undefined
  );
}

/** Grants whatever a browser asks for. */
export function preflightAnswer(request: MockRequest): MockAnswer {
  const headers: { [name: string]: string } = {};
  allowOrigin(request, headers);
  headers['access-control-allow-methods'] = header(request, 'access-control-request-method') ?? 'GET';
  headers['access-control-allow-headers'] = header(request, 'access-control-request-headers') ?? '*';
  // A page on the internet that calls a mock on this machine (Private Network Access).
  if (header(request, 'access-control-request-private-network') === 'true') {
    headers['access-control-allow-private-network'] = 'true';
  }
  return { status: 204, headers, body: '' };
}

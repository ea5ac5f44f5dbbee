import { header, type MockAnswer, type MockRequest } from '../message.ts';

/** Lets any page read an answer, including all of its headers. */
export function allowOrigin(request: MockRequest, headers: { [name: string]: string }): void {
  const origin = header(request, 'origin');
  // With credentials, browsers read `*` as a header name, so the headers are listed.
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

/** Whether a request is a CORS preflight. */
export function isPreflight(request: MockRequest): boolean {
  return (
    request.method === 'OPTIONS' &&
    header(request, 'origin') !== undefined &&
    header(request, 'access-control-request-method') !== undefined
  );
}

/** Grants whatever a preflight asks for. */
export function preflightAnswer(request: MockRequest): MockAnswer {
  const headers: { [name: string]: string } = {};
  allowOrigin(request, headers);
  headers['access-control-allow-methods'] = header(request, 'access-control-request-method') ?? 'GET';
  headers['access-control-allow-headers'] = header(request, 'access-control-request-headers') ?? '*';
  // For a public page that calls a mock on this machine (Private Network Access).
  if (header(request, 'access-control-request-private-network') === 'true') {
    headers['access-control-allow-private-network'] = 'true';
  }
  return { status: 204, headers, body: '' };
}

import { isLoopback } from '../loopback.ts';
import { header, type MockAnswer, type MockRequest } from '../message.ts';
import { nearest } from '../model/index.ts';
import { quote } from '../model/quote.ts';
import { type Controlled, controlRoutes, failure } from './routes.ts';

/** Whether a request is for the control API. */
export function isControl(path: string): boolean {
  return path === '/_mock' || path.startsWith('/_mock/');
}

/** Answers a request to the control API. */
export function control(request: MockRequest, mock: Controlled): MockAnswer | Promise<MockAnswer> {
  const refusal = refuse(request, mock);
  if (refusal !== undefined) return refusal;
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const asked = `${method} ${request.path.replace(/\/$/, '')}`;
  const route = controlRoutes.get(asked);
  if (route !== undefined) return route.answer(mock, request);
  const known = [...controlRoutes.keys()];
  const suggestion = nearest(asked, known);
  return failure(
    404,
    `URL: there is no ${quote(asked)} in the control API.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`} ` +
      `Expected one of ${known.join(', ')}.`,
  );
}

/** Why the control API refuses a request. Pages of other origins are always refused, even without a preflight. */
function refuse(request: MockRequest, mock: Controlled): MockAnswer | undefined {
  const { control: allowed } = mock;
  if (allowed === false) return failure(404, 'URL: the control API is off.');
  if (typeof allowed === 'object') {
    const given = header(request, 'authorization')?.replace(/^bearer\s+/i, '');
    return sameText(given ?? '', allowed.token)
      ? undefined
      : failure(
          401,
          'Authorization: the control API needs its token. Expected the word Bearer, a space and the token.',
        );
  }
  const { hosts } = mock;
  if (hosts === undefined) return undefined;
  const host = hostName(header(request, 'host') ?? '');
  if (!hosts.includes(host) && !isLoopback(host)) {
    return failure(
      403,
      `Host: ${quote(host)} may not use the control API. Expected ${hosts.join(' or ') || '127.0.0.1'}. For other hosts, start the mock with a token.`,
    );
  }
  const origin = header(request, 'origin');
  const site = header(request, 'sec-fetch-site');
  const isForeign =
    (origin !== undefined &&
      origin !== `http://${header(request, 'host')}` &&
      origin !== `https://${header(request, 'host')}`) ||
    site === 'cross-site';
  return isForeign
    ? failure(
        403,
        'Origin: pages of other origins may not use the control API. Start the mock with a token to allow it.',
      )
    : undefined;
}

/** The host without its port, in lower case. */
function hostName(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1');
}

/** Compares in constant time. */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < b.length; index += 1)
    difference |= a.charCodeAt(index % Math.max(1, a.length)) ^ b.charCodeAt(index);
  return difference === 0;
}

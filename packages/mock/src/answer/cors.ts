import { header, type MockAnswer, type MockRequest } from './message.ts';

const exposed = 'X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After';

/** Lets any page read an answer, its rate-limit headers included. */
export function allowOrigin(request: MockRequest, headers: { [name: string]: string }): void {
  const origin = header(request, 'origin');
  headers['access-control-allow-origin'] = origin ?? '*';
  headers['access-control-expose-headers'] = exposed;
  if (origin !== undefined) {
    headers['access-control-allow-credentials'] = 'true';
    headers.vary = 'origin';
  }
}

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
  const answer: MockAnswer = {
    status: 204,
    headers: {
      'access-control-allow-methods': header(request, 'access-control-request-method') ?? 'GET',
      'access-control-allow-headers': header(request, 'access-control-request-headers') ?? '*',
      // A page on the internet that calls a mock on this machine (Private Network Access).
      ...(header(request, 'access-control-request-private-network') === 'true'
        ? { 'access-control-allow-private-network': 'true' }
        : {}),
    },
    body: '',
  };
  allowOrigin(request, answer.headers);
  return answer;
}

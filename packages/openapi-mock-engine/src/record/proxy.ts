import { type Secrets, secretsOf } from '../log/redact.ts';
import type { MockAnswer, MockRequest } from '../message.ts';
import type { Contract } from '../model/index.ts';
import { type Drift, findDrift } from './drift.ts';
import type { Exchange } from './recording.ts';

/** Headers that belong to one connection, or that `fetch` sets itself. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'host',
  'content-length',
  'accept-encoding',
  'expect',
]);

/** Headers of an answer that are not recorded. */
const unrecorded = new Set([
  'set-cookie',
  'content-encoding',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'date',
]);

/** The result of one proxied request. */
export interface Forwarded {
  answer: MockAnswer;
  exchange: Exchange;
  drift: Drift[];
}

/** Forwards requests to a real API and compares both sides with the contract. */
export function createProxy(
  contract: Contract,
  upstream: string,
): (request: MockRequest) => Promise<Forwarded> {
  const base = upstream.replace(/\/+$/, '');
  const secrets = secretsOf(contract);
  return async (request) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) {
      if (value === undefined || hopByHop.has(name) || name.startsWith('x-mock-')) continue;
      headers.set(name, typeof value === 'string' ? value : value.join(', '));
    }
    const target = `${base}${request.path}${request.query === '' ? '' : `?${request.query}`}`;
    const response = await fetch(target, {
      method: request.method,
      headers,
      // The key is only sent to the given API.
      redirect: 'manual',
      ...(request.body === undefined
        ? {}
        : { body: typeof request.body === 'string' ? request.body : new Uint8Array(request.body) }),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const recorded: MockAnswer = { status: response.status, headers: {}, body: textOf(bytes) ?? bytes };
    for (const [name, value] of response.headers) if (!unrecorded.has(name)) recorded.headers[name] = value;
    const cookies = response.headers.getSetCookie();
    return {
      answer: {
        ...recorded,
        headers: { ...recorded.headers },
        body: bytes,
        ...(cookies.length === 0 ? {} : { cookies }),
      },
      exchange: exchangeOf(request, recorded, secrets),
      drift: findDrift(contract, request, recorded),
    };
  };
}

function exchangeOf(
  { method, path, query, headers, body }: MockRequest,
  answer: MockAnswer,
  secrets: Secrets,
): Exchange {
  const type = headers['content-type'];
  const sent = typeof body === 'string' || body === undefined ? body : new TextDecoder().decode(body);
  return {
    request: {
      method,
      path,
      query: secrets.inQuery(query),
      ...(type === undefined ? {} : { contentType: String(type) }),
      ...(sent === undefined ? {} : { body: secrets.inBody(sent) }),
    },
    response: {
      status: answer.status,
      headers: answer.headers,
      ...(typeof answer.body === 'string'
        ? { body: secrets.inBody(answer.body) }
        : { body: Buffer.from(answer.body).toString('base64'), isBase64: true }),
    },
  };
}

/** The text of a body, if it is UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

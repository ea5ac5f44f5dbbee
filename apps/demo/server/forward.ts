import type { Context } from 'hono';
import { essence, findMediaType, isJson, type Operation } from 'openapi-mock-engine/model';
import { refuse } from './refuse.ts';
import { secretFinder } from './secrets.ts';

/** The target of forwarded requests. */
export interface Upstream {
  /** Origin of the instance. */
  url: string;
  key: string;
  fetch: typeof fetch;
}

/** A request that the contract allows. */
export interface Forwarded {
  /** Path and query. */
  target: string;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer> | undefined;
}

/** The timeout of the API in milliseconds. */
const timeout = 30_000;
/** The maximum size of a response in bytes. */
const largestResponse = 4 * 1024 * 1024;

/** Sends a request to the API with the key, and forwards the parts of the response that are in the contract. */
export async function forward(
  c: Context,
  { url, key, fetch }: Upstream,
  operation: Operation,
  { target, headers, body }: Forwarded,
): Promise<Response> {
  const credentials = credentialsFor(operation, key);
  if (credentials === undefined)
    return refuse(c, 501, 'This server has no credentials for this operation: it only has one API key.');
  const query = credentials.query === '' ? '' : `${target.includes('?') ? '&' : '?'}${credentials.query}`;
  let response: Response;
  let bytes: Buffer | undefined;
  try {
    response = await fetch(`${url}${target}${query}`, {
      method: operation.method,
      headers: { ...headers, ...credentials.headers, accept: acceptOf(operation) },
      body: body ?? null,
      // A redirect could send the key to another host.
      redirect: 'manual',
      signal: AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(timeout)]),
    });
    bytes = await atMost(largestResponse, response);
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return isLate
      ? refuse(c, 504, `The API did not respond within ${timeout / 1000} seconds.`)
      : refuse(c, 502, 'The API could not be reached.');
  }
  const { status } = response;
  if (bytes === undefined)
    return refuse(c, 502, `The API’s response is larger than ${largestResponse / 1024 / 1024} MB.`);
  if (status < 200 || (status >= 300 && status < 400))
    return refuse(c, 502, 'The API responded with a redirect, which is not followed.');
  const hasSecret = secretFinder(key);
  const passed = passedHeaders(response, operation, hasSecret);
  const text = rewritten(bytes.toString('utf8'));
  if (hasSecret(text ?? bytes.toString('latin1')))
    return refuse(c, 502, 'The API’s response contains the key and was withheld.');
  if (bytes.length === 0 && (status === 204 || status === 205))
    return new Response(null, { status, headers: passed });
  if (text !== undefined) return withType(text, 'application/json', status, passed);
  // Nothing may run in the page: scripts and markup are forwarded as text, if at all.
  const type = response.headers.get('content-type') ?? '';
  const declared = operation.responses.some(({ content }) => findMediaType(content, type) !== undefined);
  if (declared && !isJson(type))
    return withType(bytes, /html|xml|script/.test(essence(type)) ? 'text/plain' : type, status, passed);
  // An error page from an intermediary: its status is useful, its text is not from the API.
  if (status >= 400)
    return withType(
      JSON.stringify({ message: `The API responded with ${status} and no JSON.` }),
      'application/json',
      status,
      passed,
    );
  return refuse(c, 502, `The API responded with ${status} and something that is not JSON.`);
}

/** How a request carries the key. */
interface Credentials {
  headers: Record<string, string>;
  query: string;
}

/**
 * Adds the key as the contract requires: as a bearer token, or as an API key in a header or the query.
 *
 * @returns undefined if the operation requires anything else, or two secrets
 */
function credentialsFor({ security }: Operation, key: string): Credentials | undefined {
  const none = { headers: {}, query: '' };
  if (security.length === 0) return none;
  for (const [requirement, ...more] of security.filter((schemes) => schemes.length > 0)) {
    if (!requirement || more.length > 0) continue;
    const { type, scheme, in: place, parameter } = requirement.scheme;
    if (type === 'oauth2' || (type === 'http' && scheme === 'bearer'))
      return { ...none, headers: { authorization: `Bearer ${key}` } };
    if (type === 'apiKey' && place === 'header' && parameter)
      return { ...none, headers: { [parameter]: key } };
    if (type === 'apiKey' && place === 'query' && parameter)
      return { ...none, query: new URLSearchParams({ [parameter]: key }).toString() };
  }
  return security.some((schemes) => schemes.length === 0) ? none : undefined;
}

function acceptOf({ responses }: Operation): string {
  const types = new Set(responses.flatMap(({ content }) => content.map(({ mediaType }) => mediaType)));
  return types.size === 0 ? 'application/json' : [...types].join(', ');
}

/** The headers in the contract, and `Retry-After`. */
function passedHeaders(
  response: Response,
  operation: Operation,
  hasSecret: (text: string) => boolean,
): Headers {
  const headers = new Headers({ 'cache-control': 'no-store' });
  const declared = operation.responses.flatMap((one) => one.headers.map(({ name }) => name.toLowerCase()));
  for (const name of new Set([...declared, 'retry-after'])) {
    if (/^(set-cookie|content-|transfer-encoding|connection|location$)/.test(name)) continue;
    const value = response.headers.get(name);
    if (value !== null && !hasSecret(value)) headers.set(name, value);
  }
  return headers;
}

function withType(body: string | Buffer, type: string, status: number, headers: Headers): Response {
  headers.set('content-type', type);
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), { status, headers });
}

/** @returns undefined if the body is larger */
async function atMost(limit: number, response: Response): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    // Leaving the loop cancels the stream.
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** JSON in normalized form, so that escapes cannot hide a text; undefined for anything else. */
function rewritten(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}

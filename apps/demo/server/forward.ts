import type { Context } from 'hono';
import { essence, findMediaType, isJson, type Operation } from 'openapi-mock-engine/model';
import { refuse } from './refuse.ts';
import { secretFinder } from './secrets.ts';

/** Where requests are forwarded to. */
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

/** Milliseconds that the API may take. */
const patience = 30_000;
/** Most bytes of a response that are passed on. */
const largestResponse = 4 * 1024 * 1024;

/** Sends a request to the API with the key, and passes on what the contract says may come back. */
export async function forward(
  c: Context,
  { url, key, fetch }: Upstream,
  operation: Operation,
  { target, headers, body }: Forwarded,
): Promise<Response> {
  const credentials = credentialsFor(operation, key);
  if (credentials === undefined)
    return refuse(c, 501, 'This server has no credentials for this operation: it holds one API key only.');
  const query = credentials.query === '' ? '' : `${target.includes('?') ? '&' : '?'}${credentials.query}`;
  let response: Response;
  let bytes: Buffer | undefined;
  try {
    response = await fetch(`${url}${target}${query}`, {
      method: operation.method,
      headers: { ...headers, ...credentials.headers, accept: acceptOf(operation) },
      body: body ?? null,
      // A redirect could lead the key to another host.
      redirect: 'manual',
      signal: AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(patience)]),
    });
    bytes = await atMost(largestResponse, response);
  } catch (error) {
    const isLate = error instanceof DOMException && error.name === 'TimeoutError';
    return isLate
      ? refuse(c, 504, `The API did not respond within ${patience / 1000} seconds.`)
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
  // Nothing that could run in the page: scripts and markup are passed on as text, if at all.
  const type = response.headers.get('content-type') ?? '';
  const declared = operation.responses.some(({ content }) => findMediaType(content, type) !== undefined);
  if (declared && !isJson(type))
    return withType(bytes, /html|xml|script/.test(essence(type)) ? 'text/plain' : type, status, passed);
  // An error page of something between here and the API: its status is right, its words are not the API's.
  if (status >= 400)
    return withType(
      JSON.stringify({ message: `The API responded with ${status} and no JSON.` }),
      'application/json',
      status,
      passed,
    );
  return refuse(c, 502, `The API responded with ${status} and something that is not JSON.`);
}

/** Where the key goes in a request. */
interface Credentials {
  headers: Record<string, string>;
  query: string;
}

/**
 * Puts the key where the contract wants it: as a bearer token, or as an API key in a header or the query.
 *
 * @returns undefined when the operation wants anything else, or two secrets at once
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

/** The headers that the contract declares, and when to try again. */
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

/** @returns undefined when there is more */
async function atMost(limit: number, response: Response): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    // Leaving the loop cancels the rest.
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The same JSON in one spelling, so that no escape hides a text in it; undefined for what is not JSON. */
function rewritten(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}

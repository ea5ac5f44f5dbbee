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
  const authorization = authorizationFor(operation, key);
  if (authorization === undefined)
    return refuse(c, 501, 'This server has no credentials for this operation: it holds a bearer key only.');
  let response: Response;
  let bytes: Buffer | undefined;
  try {
    response = await fetch(`${url}${target}`, {
      method: operation.method,
      headers: { ...headers, ...authorization, accept: acceptOf(operation) },
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

/** @returns undefined when the operation wants something else than a bearer key */
function authorizationFor({ security }: Operation, key: string): Record<string, string> | undefined {
  if (security.length === 0) return {};
  const isBearer = security.some(
    (schemes) =>
      schemes.length > 0 &&
      schemes.every(({ scheme }) => scheme.type === 'http' && scheme.scheme === 'bearer'),
  );
  if (isBearer) return { authorization: `Bearer ${key}` };
  return security.some((schemes) => schemes.length === 0) ? {} : undefined;
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

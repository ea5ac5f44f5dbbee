/**
 * The only way from the page to the real API.
 *
 * It has the key, forwards only what the contract allows, and passes on neither the key nor headers that are not in the
 * contract.
 */
import { type Context, Hono } from 'hono';
import {
  type Contract,
  checkRequest,
  type DecodedBody,
  decodeBody,
  type Operation,
  PathMatcher,
} from 'openapi-mock-engine/model';
import { forward, type Upstream } from './forward.ts';
import { isForeign } from './hosts.ts';
import { refuse } from './refuse.ts';

/** The maximum length of a query string; real ones are a tenth of it. */
const longestQuery = 4096;
/** The maximum size of a body in bytes. */
const largestBody = 1024 * 1024;
/** A number in a message: `4,096`. */
const grouped = (count: number): string => count.toLocaleString('en');
/** Headers that are never forwarded, even if they are in the contract: those of the connection and of the key. */
const ownHeaders =
  /^(authorization|cookie|host|connection|content-|transfer-encoding|upgrade|expect|te$|trailer|proxy-|sec-|origin$|referer$)/i;

export interface ProxyOptions {
  contract: Contract;
  /** Origin of the instance. */
  url: string;
  key: string;
  /** Allowed requests per minute. Default: 600; a long range takes some 260. */
  budget?: Budget;
  fetch?: typeof fetch;
}

/** Creates a Hono app to be mounted under `/api`. */
export function proxy({
  contract,
  url,
  key,
  budget = perMinute(600),
  fetch = globalThis.fetch,
}: ProxyOptions) {
  const app = new Hono();
  const matcher = new PathMatcher(contract.operations);
  const upstream: Upstream = { url, key, fetch };
  app.all('*', async (c) => {
    const asked = new URL(c.req.url);
    if (isForeign(asked, c.req.header('sec-fetch-site'), c.req.header('origin')))
      return refuse(c, 403, 'Only the demo’s own page may call this.');
    const path = asked.pathname.slice(asked.pathname.indexOf('/api') + '/api'.length);
    const match = matcher.match(path);
    // Path parameters such as `..` would change the path.
    const isTraversal = Object.values(match?.parameters ?? {}).some((value) =>
      /^(\.|%2e){1,2}$/i.test(value),
    );
    if (!match || isTraversal || /%2f|%5c|\\/i.test(path))
      return refuse(c, 404, 'The contract has no such path.');
    const operation = match.methods.get(c.req.method);
    if (!operation) {
      const allowed = [...match.methods.keys()].join(', ');
      c.header('Allow', allowed);
      return refuse(c, 405, `${c.req.method} is not allowed here. Use ${allowed}.`);
    }
    const { search, searchParams } = asked;
    if (search.length > longestQuery)
      return refuse(
        c,
        414,
        `The query has ${grouped(search.length)} characters. Send at most ${grouped(longestQuery)}.`,
      );
    const body = await bodyOf(c, operation, contract);
    if (body instanceof Response) return body;
    // The checked query is sent, in normalized form.
    const query = searchParams.toString();
    const headers = headersOf(c, operation);
    const { findings } = checkRequest(contract, operation, {
      path: match.parameters,
      query,
      headers,
      body: body?.decoded,
    });
    if (findings.length > 0) {
      const messages = findings.slice(0, 20).map(({ message }) => message.slice(0, 300));
      return refuse(c, 400, messages.join(' '));
    }
    const wait = budget.take();
    if (wait > 0) {
      c.header('Retry-After', String(wait));
      return refuse(c, 429, `The limit of this server is used up. Try again in ${wait} s.`);
    }
    const target = operation.path.replaceAll(/\{([^{}]*)\}/g, (_, name: string) =>
      encodeURIComponent(decodeURIComponent(match.parameters[name] ?? '')),
    );
    return forward(c, upstream, operation, {
      target: `${target}${query === '' ? '' : `?${query}`}`,
      headers,
      body: body?.bytes,
    });
  });
  return app;
}

/** The headers in the contract, and those that describe the body. */
function headersOf(c: Context, { parameters, requestBody }: Operation): Record<string, string> {
  const names = parameters.filter(({ in: place, name }) => place === 'header' && !ownHeaders.test(name));
  const entries = names.flatMap(({ name }): [string, string][] => {
    const value = c.req.header(name);
    return value === undefined ? [] : [[name.toLowerCase(), value]];
  });
  const type = requestBody && c.req.header('content-type');
  const cookie = cookieOf(c, parameters);
  return Object.fromEntries([
    ...entries,
    ...(type === undefined ? [] : [['content-type', type] as const]),
    ...(cookie === '' ? [] : [['cookie', cookie] as const]),
  ]);
}

/** The cookies that the contract declares. The page sends them as `X-Cookie`; those of the browser are not the API's. */
function cookieOf(c: Context, parameters: Operation['parameters']): string {
  const names = new Set(parameters.filter(({ in: place }) => place === 'cookie').map(({ name }) => name));
  const pairs = (c.req.header('x-cookie') ?? '').split(/;\s*/);
  return pairs.filter((pair) => names.has(pair.split('=', 1)[0]?.trim() ?? '')).join('; ');
}

/** @returns undefined for a request without a body, or the error for an unacceptable one */
async function bodyOf(
  c: Context,
  { requestBody }: Operation,
  contract: Contract,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; decoded: DecodedBody } | Response | undefined> {
  const length = c.req.header('content-length');
  // Servers could disagree on where the body ends, and read the rest as another request.
  if (c.req.header('transfer-encoding')) return refuse(c, 411, 'The body has no Content-Length. Send one.');
  if (length === undefined || Number(length) === 0) return undefined;
  if (!requestBody)
    return refuse(c, 400, 'The request has a body, but this operation takes none. Send it without a body.');
  if (!(Number(length) <= largestBody))
    return refuse(
      c,
      413,
      `The body has ${grouped(Number(length))} bytes. Send at most ${grouped(largestBody)}.`,
    );
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  return { bytes, decoded: decodeBody(bytes, c.req.header('content-type'), requestBody.content, contract) };
}

/** A budget of requests. */
export interface Budget {
  /** Takes one request from the budget. @returns 0 if it is allowed, else the seconds to wait. */
  take(): number;
}

/** At most `limit` requests in each clock minute. @param now milliseconds; replaced in tests. */
export function perMinute(limit: number, now: () => number = Date.now): Budget {
  let minute = 0;
  let spent = 0;
  return {
    take() {
      const current = Math.floor(now() / 60_000);
      if (current !== minute) [minute, spent] = [current, 0];
      if (spent >= limit) return Math.ceil((minute + 1) * 60 - now() / 1000);
      spent += 1;
      return 0;
    },
  };
}

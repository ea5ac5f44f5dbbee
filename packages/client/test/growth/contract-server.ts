/** A server of any contract, in memory: it checks each request with the operation model, and answers with the contract's example. */
import {
  type Contract,
  checkRequest,
  checkSecurity,
  decodeBody,
  type Operation,
  PathMatcher,
  sourceOf,
} from 'openapi-mock-engine/model';
import type { Fetch } from '../../src/index.ts';

/** A request, parsed by the contract. */
export interface Received {
  operation: string;
  path: unknown;
  query: unknown;
  headers: Record<string, unknown>;
  cookies: unknown;
  body: unknown;
}

/**
 * Makes a `fetch` that answers for a contract.
 *
 * @param answers instead of the example, by operation.
 * @returns the received requests, parsed by the contract. Invalid ones are answered with 400 or 401.
 */
export function contractServer(contract: Contract, answers: Record<string, () => Response> = {}) {
  const received: Received[] = [];
  const matcher = new PathMatcher(contract.operations);
  const fetch: Fetch = async (url, { method, headers: sent, body }) => {
    const { pathname, search } = new URL(url);
    const request = new Request('http://contract.example/', { method, headers: sent, body });
    const match = matcher.match(pathname);
    const operation = match?.methods.get(method);
    if (!match || !operation) return Response.json({ title: 'No such path', status: 404 }, { status: 404 });
    // The platform's Request drops cookies, as a browser does.
    const headers = { ...Object.fromEntries(request.headers), ...sent };
    const bytes = new Uint8Array(await request.arrayBuffer());
    const parts = {
      path: match.parameters,
      query: search.slice(1),
      headers,
      body:
        bytes.length > 0
          ? decodeBody(
              bytes,
              request.headers.get('content-type') ?? undefined,
              operation.requestBody?.content ?? [],
              contract,
            )
          : undefined,
    };
    const checked = checkRequest(contract, operation, parts);
    const [refused] = checkSecurity(operation, sourceOf(parts));
    if (refused) return Response.json({ title: refused.message, status: 401 }, { status: 401 });
    if (checked.findings.length > 0) {
      const errors = checked.findings.map(({ message }) => message);
      return Response.json({ title: 'Bad request', status: 400, errors }, { status: 400 });
    }
    received.push({
      operation: operation.id,
      path: checked.path,
      query: checked.query,
      headers: { ...headers, ...checked.headers },
      cookies: checked.cookies,
      body: checked.body,
    });
    return answers[operation.id]?.() ?? exampleOf(operation, String(headers['accept']));
  };
  return { fetch, received };
}

function exampleOf({ responses }: Operation, accept: string): Response {
  const success = responses.find(({ status }) => status.startsWith('2'));
  const media = success?.content.find(({ mediaType }) => mediaType === accept) ?? success?.content[0];
  const status = Number(success?.status ?? 200);
  if (!media) return new Response(null, { status });
  const value = media.examples[0]?.value ?? null;
  const text = typeof value === 'string' && !media.mediaType.includes('json') ? value : JSON.stringify(value);
  return new Response(text, { status, headers: { 'content-type': media.mediaType } });
}

import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpConfig,
  type IHttpRequest,
} from '@stoplight/prism-http';
import { header, type MockRequest } from '../message.ts';
import { parseQuery } from '../model/style/query.ts';
import type { Guard } from '../pipeline.ts';
import { silentLogger } from './silent-logger.ts';

/** Prism for a contract: its own routing, security and validation, with its messages. */
export async function createPrism(document: unknown): Promise<Guard> {
  // Prism dereferences the document in place.
  const operations = await getHttpOperationsFromSpec(structuredClone(document as object));
  const findings = new WeakMap<IHttpRequest, string[]>();
  const instance = createInstance(config(), {
    logger: silentLogger,
    mock: ({ input }) => {
      // Severity 0 is an error.
      const errors = input.validations.filter(({ severity, code }) => severity === 0 && code !== 401);
      findings.set(
        input.data,
        errors.map(({ path, message }) => `${path?.join('.') ?? 'Request'}: ${message}.`),
      );
      return () => ({ _tag: 'Right', right: { statusCode: 200, headers: {}, body: '' } });
    },
  });
  return async (request, { operation }) => {
    const input = toInput(request);
    const result = await instance.request(input, operations, config())();
    if (result._tag === 'Right') return findings.get(input);
    // Prism does not know base paths of servers, so it gets the path of the contract.
    return request.path.startsWith(operation.path.split('{')[0] ?? '/')
      ? [`Request: ${result.left.message}`]
      : undefined;
  };
}

function config(): IHttpConfig {
  return {
    isProxy: false,
    checkSecurity: false,
    validateRequest: true,
    validateResponse: false,
    errors: false,
    upstreamProxy: undefined,
    mock: { dynamic: false },
  };
}

function toInput(request: MockRequest): IHttpRequest {
  const headers: { [name: string]: string } = {};
  for (const name of Object.keys(request.headers)) {
    const value = header(request, name);
    if (value !== undefined && name !== 'prefer') headers[name] = value;
  }
  const query: { [name: string]: string | string[] } = {};
  for (const { name, value } of parseQuery(request.query)) {
    const before = query[name];
    query[name] = before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value];
  }
  const method = (request.method === 'HEAD' ? 'GET' : request.method).toLowerCase();
  return {
    // Prism routes by comparing strings, so any method can be passed.
    method: method as IHttpRequest['method'],
    url: { path: request.path, query },
    headers,
    body: bodyOf(request),
  };
}

function bodyOf({ body, headers }: MockRequest): unknown {
  if (body === undefined) return null;
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  if (!/json/.test(String(headers['content-type'] ?? ''))) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

import { findResponse } from '../answer/errors.ts';
import { isBodiless, type MockAnswer, type MockRequest } from '../message.ts';
import {
  type Contract,
  checkRequest,
  checkSecurity,
  decodeBody,
  findMediaType,
  matchPath,
  type Operation,
  type RequestParts,
  sourceOf,
} from '../model/index.ts';
import { coerce } from '../model/style/coerce.ts';

/** Where a real API and its contract differ. */
export interface Drift {
  /** The operation, or method and path if there is none. */
  operation: string;
  side: 'request' | 'response';
  message: string;
}

/** Compares an exchange with a contract: the request of the client, and the answer of the API. */
export function findDrift(contract: Contract, request: MockRequest, response: MockAnswer): Drift[] {
  const found = findOperation(contract, request);
  if (found === undefined) {
    const name = `${request.method} ${request.path}`;
    // A path that is neither served nor documented is not a difference.
    return response.status === 404 || response.status === 405
      ? []
      : [
          {
            operation: name,
            side: 'response',
            message: `${name} is not in the contract, but the API answered it with ${response.status}.`,
          },
        ];
  }
  const { operation, path } = found;
  const wrong = requestFindings(contract, operation, path, request);
  const isRefused = response.status >= 400 && response.status < 500;
  const drift: Drift[] = [];
  if (wrong.length > 0 && !isRefused) {
    for (const message of wrong)
      drift.push({
        operation: operation.id,
        side: 'request',
        message: `${message} The API accepted it with ${response.status}.`,
      });
  }
  if (wrong.length === 0 && (response.status === 400 || response.status === 422)) {
    drift.push({
      operation: operation.id,
      side: 'request',
      message: `The request is valid by the contract, but the API refused it with ${response.status}.`,
    });
  }
  for (const message of responseFindings(contract, operation, response))
    drift.push({ operation: operation.id, side: 'response', message });
  return drift;
}

function findOperation({ operations }: Contract, { method, path }: MockRequest) {
  const wanted = method === 'HEAD' ? 'GET' : method;
  const candidates = operations
    .filter((operation) => operation.method === wanted)
    .sort((a, b) => braces(a.path) - braces(b.path));
  for (const operation of candidates) {
    const parameters = matchPath(operation.path, path);
    if (parameters !== undefined) return { operation, path: parameters };
  }
  return undefined;
}

function braces(path: string): number {
  return path.split('{').length;
}

function requestFindings(
  contract: Contract,
  operation: Operation,
  path: { [name: string]: string },
  request: MockRequest,
): string[] {
  const parts: RequestParts = { path, query: request.query, headers: request.headers };
  if (request.body !== undefined) {
    const type = request.headers['content-type'];
    parts.body = decodeBody(
      request.body,
      typeof type === 'object' ? type[0] : type,
      operation.requestBody?.content ?? [],
      contract,
    );
  }
  const source = sourceOf(parts);
  const checked = checkRequest(contract, operation, parts, { source });
  return [...checkSecurity(operation, source), ...checked.findings].map(({ message }) => message);
}

/** How an answer violates the contract: its status, media type, body and headers. */
export function responseFindings(
  contract: Contract,
  operation: Operation,
  { status, headers, body }: MockAnswer,
): string[] {
  const response = findResponse(operation.responses, status);
  if (response === undefined) {
    const documented = operation.responses.map((one) => one.status).join(', ');
    return [`Status ${status} is not documented. Expected one of ${documented}.`];
  }
  const findings: string[] = [];
  for (const { name, required, schema } of response.headers) {
    const value = headers[name.toLowerCase()];
    if (value === undefined) {
      if (required)
        findings.push(`Header ${name} is missing. Expected ${contract.schemas.expectation(schema)}.`);
      continue;
    }
    const read = coerce(value, schema, contract.schemas);
    for (const { message } of contract.schemas.check(schema, read, { in: 'header', name }, 'response'))
      findings.push(`Header ${message}`);
  }
  const contentType = headers['content-type'];
  if (body.length === 0) {
    if (response.content.length > 0 && !isBodiless(status))
      findings.push(
        `Status ${status} has no body. Expected ${response.content.map(({ mediaType }) => mediaType).join(' or ')}.`,
      );
    return findings;
  }
  if (response.content.length === 0) return findings;
  const media = contentType === undefined ? undefined : findMediaType(response.content, contentType);
  if (media === undefined) {
    const expected = response.content.map(({ mediaType }) => mediaType).join(' or ');
    return [
      ...findings,
      `Content-Type: ${contentType === undefined ? 'is missing' : `${JSON.stringify(contentType)} is not documented for status ${status}`}. Expected ${expected}.`,
    ];
  }
  const decoded = decodeBody(body, contentType, response.content, contract);
  if ('problem' in decoded) return [...findings, `Body: ${decoded.problem}. Expected ${media.mediaType}.`];
  return [
    ...findings,
    ...contract.schemas
      .check(media.schema, decoded.value, { in: 'body', name: 'body' }, 'response')
      .map(({ message }) => message),
  ];
}

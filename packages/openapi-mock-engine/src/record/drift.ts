import { findResponse } from '../answer/errors.ts';
import { OperationFinder } from '../find-operation.ts';
import { secretsOf } from '../log/redact.ts';
import { isBodiless, type MockAnswer, type MockRequest } from '../message.ts';
import {
  type Contract,
  checkRequest,
  checkSecurity,
  decodeBody,
  findMediaType,
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

/** Finders of operations, by contract. */
const finders = new WeakMap<Contract, OperationFinder>();

/** Compares an exchange with a contract: the request of the client, and the answer of the API. */
export function findDrift(contract: Contract, request: MockRequest, response: MockAnswer): Drift[] {
  const finder = finders.get(contract) ?? new OperationFinder(contract);
  finders.set(contract, finder);
  const { method, path } = request;
  const { status } = response;
  const match = finder.find(path, method);
  const operation = match?.methods.get(method) ?? (method === 'HEAD' ? match?.methods.get('GET') : undefined);
  if (match === undefined || operation === undefined) {
    const name = `${method} ${path}`;
    const message = `${name} is not in the contract, but the API answered it with ${status}.`;
    // What is neither served nor documented is not a difference.
    return status === 404 || status === 405 ? [] : [{ operation: name, side: 'response', message }];
  }
  const secrets = secretsOf(contract);
  const wrong = requestFindings(contract, operation, match.parameters, request).map((message) =>
    secrets.inMessage(message, request.query),
  );
  const requestSide = (message: string): Drift => ({ operation: operation.id, side: 'request', message });
  return [
    ...(status < 400
      ? wrong.map((message) => requestSide(`${message} The API accepted it with ${status}.`))
      : []),
    ...(wrong.length === 0 && (status === 400 || status === 422)
      ? [requestSide(`The request is valid by the contract, but the API refused it with ${status}.`)]
      : []),
    ...responseFindings(contract, operation, response, method).map(
      (message): Drift => ({ operation: operation.id, side: 'response', message }),
    ),
  ];
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

/**
 * How an answer violates the contract: its status, media type, body and headers.
 *
 * @param method of the request; the answer to HEAD has no body
 */
export function responseFindings(
  contract: Contract,
  operation: Operation,
  { status, headers, body }: MockAnswer,
  method: string,
): string[] {
  const response = findResponse(operation.responses, status);
  if (response === undefined) {
    if (operation.responses.length === 0) return [];
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
  if (method === 'HEAD') return findings;
  const contentType = headers['content-type'];
  if (body.length === 0) {
    if (response.content.length > 0 && !isBodiless(status))
      findings.push(
        `Status ${status} has no body. Expected ${response.content.map(({ mediaType }) => mediaType).join(' or ')}.`,
      );
    return findings;
  }
  if (response.content.length === 0)
    return [...findings, `Status ${status} has a body, which is not documented. Expected none.`];
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

import type { DecodedBody } from './body.ts';
import { checkParameters, checkParameterValues, type DecodedParameters } from './check-parameters.ts';
import type { Contract } from './contract.ts';
import type { Finding } from './finding.ts';
import type { JsonObject } from './json.ts';
import { findMediaType } from './media-type.ts';
import type { Operation, Schema } from './operation.ts';
import { list, quote } from './quote.ts';
import type { ParameterSource } from './style/deserialize.ts';
import { decodePercent, parseQuery } from './style/query.ts';
import type { UnknownParameters } from './unknown-parameters.ts';

/** A request with its decoded body. */
export interface RequestParts {
  /** The raw text of each path parameter, as `matchPath` finds it. */
  path?: { readonly [name: string]: string };
  /** The query string as it was sent, without its question mark. */
  query?: string;
  /** By name in lower case. */
  headers?: { readonly [name: string]: string | readonly string[] | undefined };
  /** The result of `decodeBody`; `undefined` if the request has no body. */
  body?: DecodedBody | undefined;
}

/** A checked request. */
export interface CheckedRequest extends DecodedParameters {
  /** The value of the body, if it could be decoded. */
  body: unknown;
  /** What is wrong; empty if the request is valid. */
  findings: Finding[];
  /** Unknown parameters, if they only cause warnings. */
  warnings: Finding[];
}

/** The parts of a request that contain parameters. */
export function sourceOf({ path = {}, query = '', headers = {} }: RequestParts): ParameterSource {
  const cookie = headers.cookie;
  return {
    path,
    query: parseQuery(query),
    queryString: query,
    headers,
    cookies:
      cookie === undefined ? [] : parseCookies(typeof cookie === 'string' ? cookie : cookie.join('; ')),
  };
}

/**
 * Parses and checks the parameters and the body of a request. Security is checked by `checkSecurity`.
 *
 * @param source the result of `sourceOf`, if the caller already has it
 */
export function checkRequest(
  contract: Contract,
  operation: Operation,
  request: RequestParts,
  {
    unknownParameters = 'reject',
    source = sourceOf(request),
  }: { unknownParameters?: UnknownParameters; source?: ParameterSource } = {},
): CheckedRequest {
  const { values, findings, warnings } = checkParameters(contract, operation, source, unknownParameters);
  findings.push(...checkBody(contract, operation, request));
  const body = request.body !== undefined && 'value' in request.body ? request.body.value : undefined;
  return { ...values, body, findings, warnings };
}

function checkBody(
  { schemas }: Contract,
  { requestBody }: Operation,
  { body, headers = {} }: RequestParts,
): Finding[] {
  const contentType =
    typeof headers['content-type'] === 'object' ? headers['content-type'][0] : headers['content-type'];
  if (requestBody === undefined) {
    return body === undefined
      ? []
      : [
          bodyFinding(
            'unexpected',
            'Body: the request has one, which is not allowed. Expected no body.',
            'no body',
          ),
        ];
  }
  const { content } = requestBody;
  const types = list(
    content.map(({ mediaType }) => mediaType),
    'or',
  );
  if (body === undefined) {
    if (!requestBody.required) return [];
    const expected = types === '' ? 'a body' : `a body of ${types}`;
    return [bodyFinding('missing', `Body: is missing. Expected ${expected}.`, expected)];
  }
  if (content.length === 0) return [];
  const media = contentType === undefined ? content[0] : findMediaType(content, contentType);
  if (media === undefined) {
    return [
      {
        ...bodyFinding(
          'mediaType',
          `Content-Type: ${quote(contentType)} is not allowed. Expected ${types}.`,
          types,
          contentType,
        ),
        in: 'header',
        name: 'Content-Type',
      },
    ];
  }
  if ('problem' in body)
    return [bodyFinding('syntax', `Body: ${body.problem}. Expected ${media.mediaType}.`, media.mediaType)];
  return schemas.check(media.schema, body.value, { in: 'body', name: 'body' }, 'request');
}

function bodyFinding(keyword: string, message: string, expected: string, value?: unknown): Finding {
  return { in: 'body', name: 'body', path: [], keyword, value, expected, suggestion: undefined, message };
}

/** What is wrong with a value by a schema of the contract; empty if nothing is. */
export function checkValue(
  { schemas }: Contract,
  schema: Schema,
  value: unknown,
  { name = 'value', direction }: { name?: string; direction?: 'request' | 'response' } = {},
): Finding[] {
  return schemas.check(schema, value, { in: 'body', name }, direction);
}

/** What is wrong with the values of a request before it is sent: like `checkRequest`, for values instead of texts. */
export function checkRequestValues(
  contract: Contract,
  operation: Operation,
  values: {
    path?: JsonObject;
    query?: JsonObject;
    headers?: JsonObject;
    cookies?: JsonObject;
    body?: unknown;
    contentType?: string;
  },
): Finding[] {
  const { body, contentType } = values;
  return [
    ...checkParameterValues(contract, operation, values),
    ...checkBody(contract, operation, {
      body: body === undefined ? undefined : { value: body },
      ...(contentType === undefined ? {} : { headers: { 'content-type': contentType } }),
    }),
  ];
}

/** Parses the `Cookie` header. */
function parseCookies(header: string): { name: string; value: string }[] {
  return header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      const [name, value] = equals === -1 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
      return { name: decodePercent(name.trim()), value: value.trim().replace(/^"(.*)"$/, '$1') };
    });
}

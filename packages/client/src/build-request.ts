/** The two ways to build a request. Each is a separate function, so that bundles only contain what they use. */

import { checkBaseUrl } from './base-url.ts';
import { readHeaders } from './headers.ts';
import type { BuildRequest, Operation, RequestBody } from './operation.ts';
import { type Values, withQuery, writeParameters } from './parameters.ts';
import { refuseUnknown } from './refuse.ts';

/** Builds the request of an operation with only query parameters, which are passed as one object. */
export const flatRequest: BuildRequest = (operation, given, { baseUrl, defaults }) => {
  const pairs = writeParameters(operation, 'query', given, defaults);
  const query = pairs.map(([, pair]) => pair);
  return { url: withQuery(baseUrl + operation.path, query) };
};

/** The arguments of a call, grouped by where they are sent. */
interface GroupedParameters {
  path?: Values;
  query?: Values;
  headers?: Values;
  cookies?: Values;
  body?: unknown;
  contentType?: string;
}

/** The group for each parameter location. */
const groupOf = { path: 'path', query: 'query', header: 'headers', cookie: 'cookies' } as const;
const places = ['path', 'query', 'header', 'cookie'] as const;

/**
 * Builds the request of any operation, whose parameters are grouped by where they are sent.
 *
 * @public used by generated code
 */
export const groupedRequest: BuildRequest = (operation, given, { baseUrl, defaults }) => {
  const { id, parameters, requestBody } = operation;
  const groups = [
    ...places.filter((place) => parameters[place]).map((place) => groupOf[place]),
    ...(requestBody ? ['body', 'contentType'] : []),
  ];
  const groupsGiven: unknown = given ?? {};
  refuseUnknown(id, groupsGiven, groups);
  const { path, query, headers, cookies, ...body } = groupsGiven as GroupedParameters;
  const { body: written, contentType } = writeBody(operation, body);
  const cookie = writeParameters(operation, 'cookie', cookies).map(([, pairs]) =>
    pairs.replaceAll('&', '; '),
  );
  const pairs = writeParameters(operation, 'query', query, defaults).map(([, pair]) => pair);
  return {
    url: withQuery(baseUrl + writePath(operation, path), pairs),
    headers: {
      ...(contentType && { 'content-type': contentType }),
      ...(cookie.length > 0 && { cookie: cookie.join('; ') }),
      ...readHeaders(writeParameters(operation, 'header', headers)),
    },
    body: written,
  };
};

/**
 * Builds the request of an operation with its own server, which is called unless the client has a base URL.
 *
 * @param server relative to the server of the client.
 */
export const withServer =
  (server: string, build: BuildRequest): BuildRequest =>
  (operation, given, target) => {
    const baseUrl = target.hasServers ? checkBaseUrl(new URL(server, target.baseUrl)) : target.baseUrl;
    return build(operation, given, { ...target, baseUrl });
  };

function writePath(operation: Operation, values: Values | undefined): string {
  return writeParameters(operation, 'path', values).reduce((path, [name, text]) => {
    // Browsers and servers resolve dots as path segments, and an empty segment changes the path.
    if (/^\.{0,2}$/.test(text)) {
      throw new TypeError(`${operation.id}: the path parameter "${name}" must not be "${text}"`);
    }
    return path.replace(`{${name}}`, () => text);
  }, operation.path);
}

function writeBody(
  { id, requestBody = {}, isBodyRequired }: Operation,
  { body, contentType = Object.keys(requestBody)[0] ?? '' }: GroupedParameters,
): RequestBody {
  const write = requestBody[contentType];
  if (body !== undefined && write) return write(body, contentType);
  if (body !== undefined) {
    const known = Object.keys(requestBody).join(', ');
    throw new TypeError(`${id}: unknown contentType "${contentType}"; expected ${known}`);
  }
  if (isBodyRequired) throw new TypeError(`${id}: a body is required`);
  return { body };
}

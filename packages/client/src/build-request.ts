/** The two ways to build a request, each a function of its own. */
import { readHeaders } from './headers.ts';
import type { BuildRequest, Operation, RequestBody } from './operation.ts';
import { checkGiven, refuseUnknown, type Values, withQuery, writeParameters } from './parameters.ts';

/** Builds the request of an operation that has only query parameters: they are given as one object. */
export const flatRequest: BuildRequest = (operation, given, { baseUrl, defaults }) => {
  const { id, path } = operation;
  const pairs = writeParameters(operation, 'query', checkGiven(id, given), defaults);
  const query = pairs.map(([, pair]) => pair);
  return { url: withQuery(baseUrl + path, query), headers: {}, body: undefined };
};

/** What is given for one call, by where it is sent. */
interface GroupedParameters {
  path?: Values;
  query?: Values;
  headers?: Values;
  cookies?: Values;
  body?: unknown;
  contentType?: string;
}

/** The group of each place of the wire. */
const groupOf = { path: 'path', query: 'query', header: 'headers', cookie: 'cookies' } as const;

/**
 * Builds the request of any operation: its parameters are given in groups, by where they are sent.
 *
 * @public used by generated code
 */
export const groupedRequest: BuildRequest = (operation, given, { baseUrl, defaults }) => {
  const { id, parameters, requestBody } = operation;
  const groups = [
    ...new Set(parameters.map((parameter) => groupOf[parameter.in])),
    ...(requestBody ? ['body', 'contentType'] : []),
  ];
  refuseUnknown(`${id}: unknown parameter`, checkGiven(id, given), groups);
  const { path, query, headers, cookies, ...body } = (given ?? {}) as GroupedParameters;
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

function writePath(operation: Operation, values: Values | undefined): string {
  return writeParameters(operation, 'path', values).reduce((path, [name, text]) => {
    // A browser and a server read dots as steps through the path, and nothing as another path.
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

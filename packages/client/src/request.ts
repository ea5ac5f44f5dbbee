import { type RequestBody, serializeBody } from './body.ts';
import type { Operation } from './operation.ts';
import { groupParameters, serializeParameters } from './parameters.ts';
import { credentialValue, type ResolvedCredential } from './security.ts';

/** A request without credentials, as it is shown in errors and given to hooks. */
export interface PreparedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: RequestBody['body'];
}

/** Builds the request of a call; each attempt sends it with credentials of its own. */
export function prepareRequest(
  operation: Operation,
  given: unknown,
  client: {
    readonly baseUrl: string;
    readonly parameters?: Readonly<Record<string, unknown>> | undefined;
    readonly headers: Readonly<Record<string, string>>;
  },
): PreparedRequest {
  const grouped = groupParameters(operation, given, client.parameters);
  const { path, query, headers, cookies } = serializeParameters(operation, grouped);
  const { body, contentType } = serializeBody(operation, grouped);
  return {
    url: `${client.baseUrl}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`,
    headers: {
      accept: operation.accept,
      ...client.headers,
      ...Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
      ...(contentType !== undefined && { 'content-type': contentType }),
    },
    cookies,
    body,
  };
}

/** Adds credentials to a URL and headers. */
export function withCredentials(
  { url, cookies }: PreparedRequest,
  headers: Readonly<Record<string, string>>,
  credentials: readonly ResolvedCredential[],
): { url: string; headers: Record<string, string> } {
  const allHeaders = { ...headers };
  const query: string[] = [];
  const allCookies = [...cookies];
  for (const credential of credentials) {
    const { in: kind, name } = credential.scheme;
    const value = credentialValue(credential);
    if (kind === 'header') allHeaders[name.toLowerCase()] = value;
    else
      (kind === 'query' ? query : allCookies).push(
        `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
      );
  }
  if (allCookies.length > 0) allHeaders['cookie'] = allCookies.join('; ');
  const separator = url.includes('?') ? '&' : '?';
  return { url: query.length > 0 ? url + separator + query.join('&') : url, headers: allHeaders };
}

/** Headers with their names in lower case, so that one replaces another whatever its case. */
export function lowerCased(headers: Readonly<Record<string, string>> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

import { type Parameter, serializeParameters } from 'openapi-mock-engine/model';
import type { Place } from '../reference/types.ts';

/** What a page needs to build requests of an operation. Kept small, since it is part of each page. */
export interface RequestShape {
  method: string;
  path: string;
  parameters: readonly ParameterShape[];
  /** What proves who sends the request: an operation may require several of these at once. */
  auth?: readonly AuthShape[] | undefined;
  /** The media types of the body; empty without one. */
  bodyTypes: readonly string[];
}

export interface ParameterShape {
  name: string;
  in: Place;
  style: string;
  explode: boolean;
  type: string;
  mediaType?: string;
  allowReserved?: boolean;
}

/** Where the key goes. */
export interface AuthShape {
  in: 'header' | 'query' | 'cookie';
  name: string;
  /** The placeholder for the key with its prefix: `Bearer YOUR-TOKEN`. */
  value: string;
}

/** The values of the fields. Missing parameters are not sent. */
export interface RequestValues {
  server: string;
  /** By {@link parameterKey}. */
  parameters: Readonly<Record<string, string>>;
  bodyType?: string | undefined;
  body?: string | undefined;
}

/** A request, independent of the client. */
export interface SampleRequest {
  method: string;
  url: string;
  headers: readonly (readonly [name: string, value: string])[];
  body: string | undefined;
}

/** The name of a parameter together with its place: two parameters may share a name. */
export const parameterKey = ({ name, in: place }: { name: string; in: string }): string => `${place}:${name}`;

/** Builds the request for the values. */
export function buildRequest(shape: RequestShape, values: RequestValues): SampleRequest {
  const { auth = [], method, bodyTypes } = shape;
  const { path, query, headers: sent, cookie } = written(shape, values);
  const keysIn = (place: AuthShape['in']) => auth.filter((key) => key.in === place);
  const pairs = [query, ...keysIn('query').map(({ name, value }) => `${name}=${value}`)].filter(Boolean);
  const cookies = [cookie, ...keysIn('cookie').map(({ name, value }) => `${name}=${value}`)].filter(Boolean);
  const bodyType = values.bodyType ?? bodyTypes[0];
  const body = bodyTypes.length > 0 && values.body ? encoded(values.body, bodyType) : undefined;
  return {
    method,
    url: values.server.replace(/\/$/, '') + path + (pairs.length > 0 ? `?${pairs.join('&')}` : ''),
    headers: [
      ...keysIn('header').map(({ name, value }) => [name, value] as const),
      ...Object.entries(sent),
      ...(cookies.length > 0 ? [['Cookie', cookies.join('; ')] as const] : []),
      ...(body !== undefined && bodyType ? [['Content-Type', bodyType] as const] : []),
    ],
    body,
  };
}

/** The body as it is sent: an object in JSON becomes the fields of a form, if that is the media type. */
function encoded(text: string, mediaType: string | undefined): string {
  if (mediaType !== 'application/x-www-form-urlencoded') return text;
  try {
    const fields = Object.entries(JSON.parse(text)).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one): [string, string] => [
        name,
        typeof one === 'object' ? JSON.stringify(one) : String(one),
      ]),
    );
    return new URLSearchParams(fields).toString();
  } catch {
    return text;
  }
}

/** The path with its parameters filled in, and the query with its question mark; '' without one. */
export function writtenUrl(shape: RequestShape, values: RequestValues): { path: string; query: string } {
  const { path, query } = written(shape, values);
  return { path, query: query === '' ? '' : `?${query}` };
}

function written({ path, parameters }: RequestShape, values: RequestValues) {
  const groups = { path: {}, query: {}, querystring: {}, header: {}, cookie: {} } as Record<
    Place,
    Record<string, unknown>
  >; // each place
  for (const parameter of parameters) {
    const text = values.parameters[parameterKey(parameter)];
    if (text !== undefined && text !== '') groups[parameter.in][parameter.name] = parsed(parameter, text);
  }
  const given = {
    path: groups.path,
    query: { ...groups.query, ...groups.querystring },
    headers: groups.header,
    cookies: groups.cookie,
  };
  // The model's parameters have more members than needed here.
  const model = parameters.map((one) => ({
    allowReserved: false,
    mediaType: undefined,
    ...one,
  })) as unknown as Parameter[];
  return serializeParameters({ path, parameters: model }, given);
}

/** Parses the text of a field: lists and objects are typed as JSON, lists also with commas. */
function parsed({ type, mediaType }: ParameterShape, text: string): unknown {
  if (type !== 'array' && type !== 'object' && mediaType === undefined) return text;
  try {
    return JSON.parse(text);
  } catch {
    return type === 'array' ? text.split(',').map((item) => item.trim()) : text;
  }
}

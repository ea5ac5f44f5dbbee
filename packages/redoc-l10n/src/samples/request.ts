import { type Parameter, serializeParameters } from 'openapi-mock-engine/model';
import type { Place } from '../reference/types.ts';

/** What a page must know of an operation to build requests of it. Small: it is part of each page. */
export interface RequestShape {
  method: string;
  path: string;
  parameters: readonly ParameterShape[];
  auth?: AuthShape | undefined;
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
  /** What replaces the key, with what goes before it: `Bearer YOUR-TOKEN`. */
  value: string;
}

/** What a reader has filled in. A parameter that is not there is not sent. */
export interface RequestValues {
  server: string;
  /** By {@link parameterKey}. */
  parameters: Readonly<Record<string, string>>;
  bodyType?: string | undefined;
  body?: string | undefined;
}

/** A request as any client sends it. */
export interface SampleRequest {
  method: string;
  url: string;
  headers: readonly (readonly [name: string, value: string])[];
  body: string | undefined;
}

/** The name of a parameter together with its place: two parameters may share a name. */
export const parameterKey = ({ name, in: place }: { name: string; in: string }): string => `${place}:${name}`;

/** Builds the request that the values make. */
export function buildRequest(shape: RequestShape, values: RequestValues): SampleRequest {
  const { auth, method, bodyTypes } = shape;
  const { path, query, headers: sent, cookie } = written(shape, values);
  const pairs = [query, ...(auth?.in === 'query' ? [`${auth.name}=${auth.value}`] : [])].filter(Boolean);
  const cookies = [cookie, ...(auth?.in === 'cookie' ? [`${auth.name}=${auth.value}`] : [])].filter(Boolean);
  const bodyType = values.bodyType ?? bodyTypes[0];
  const body = bodyTypes.length > 0 && values.body ? values.body : undefined;
  return {
    method,
    url: values.server.replace(/\/$/, '') + path + (pairs.length > 0 ? `?${pairs.join('&')}` : ''),
    headers: [
      ...(auth?.in === 'header' ? [[auth.name, auth.value] as const] : []),
      ...Object.entries(sent),
      ...(cookies.length > 0 ? [['Cookie', cookies.join('; ')] as const] : []),
      ...(body !== undefined && bodyType ? [['Content-Type', bodyType] as const] : []),
    ],
    body,
  };
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
  // The model's parameters have more members than writing them takes.
  const model = parameters.map((one) => ({
    allowReserved: false,
    mediaType: undefined,
    ...one,
  })) as unknown as Parameter[];
  return serializeParameters({ path, parameters: model }, given);
}

/** A typed text as the value that it means: lists and objects are typed as JSON, a list also with commas. */
function parsed({ type, mediaType }: ParameterShape, text: string): unknown {
  if (type !== 'array' && type !== 'object' && mediaType === undefined) return text;
  try {
    return JSON.parse(text);
  } catch {
    return type === 'array' ? text.split(',').map((item) => item.trim()) : text;
  }
}

import { isObject, type JsonObject } from '../json.ts';
import { isJson } from '../media-type.ts';
import type { Parameter } from '../operation.ts';
import { styledProperty } from './form.ts';

/**
 * One parameter as text: for `query` and `cookie` with its name (`tags=a&tags=b`), for `path` and `header` without.
 * An empty array or object is left out of a query.
 */
export function serializeParameter(parameter: Parameter, value: unknown): string {
  const { name, in: place, style, explode, mediaType } = parameter;
  const encode = encoder(parameter);
  const named = (text: string): string =>
    place === 'query' || place === 'cookie' ? `${encode(name)}=${text}` : text;
  if (place === 'querystring') return serializeForm(value, mediaType);
  if (mediaType !== undefined) {
    return named(
      encode(isJson(mediaType) || typeof value === 'object' ? JSON.stringify(value) : String(value)),
    );
  }
  if (Array.isArray(value))
    return serializeArray(
      parameter,
      value.map((item) => encode(text(item))),
      encode,
    );
  if (isObject(value)) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    if (style === 'deepObject')
      return members.map(([key, member]) => deep(`${name}[${key}]`, member, encode)).join('&');
    return serializeObject(
      parameter,
      members.map(([key, member]) => [encode(key), encode(text(member))] as const),
      encode,
    );
  }
  const written = encode(text(value));
  if (style === 'label') return `.${written}`;
  if (style === 'matrix') return written === '' ? `;${encode(name)}` : `;${encode(name)}=${written}`;
  if (explode && style === 'cookie') return `${name}=${text(value)}`;
  return named(written);
}

function serializeArray(
  { name, in: place, style, explode }: Parameter,
  items: readonly string[],
  encode: Encode,
): string {
  const own = encode(name);
  if (style === 'label') return `.${items.join(explode ? '.' : ',')}`;
  if (style === 'matrix')
    return explode ? items.map((item) => `;${own}=${item}`).join('') : `;${own}=${items.join(',')}`;
  if (style === 'simple') return items.join(',');
  if (items.length === 0) return '';
  if (explode || style === 'deepObject')
    return items.map((item) => `${own}=${item}`).join(place === 'cookie' ? '; ' : '&');
  return `${own}=${items.join(separators[style] ?? ',')}`;
}

function serializeObject(
  { name, in: place, style, explode }: Parameter,
  members: readonly (readonly [string, string])[],
  encode: Encode,
): string {
  const own = encode(name);
  const pairs = members.map(([key, member]) => `${key}=${member}`);
  const flat = members.flat();
  if (style === 'label') return explode ? `.${pairs.join('.')}` : `.${flat.join(',')}`;
  if (style === 'matrix')
    return explode ? pairs.map((pair) => `;${pair}`).join('') : `;${own}=${flat.join(',')}`;
  if (style === 'simple') return (explode ? pairs : flat).join(',');
  if (members.length === 0) return '';
  if (explode) return pairs.join(place === 'cookie' ? '; ' : '&');
  return `${own}=${flat.join(separators[style] ?? ',')}`;
}

function deep(name: string, value: unknown, encode: Encode): string {
  if (Array.isArray(value)) return value.map((item) => `${encode(name)}=${encode(text(item))}`).join('&');
  if (isObject(value)) {
    return Object.entries(value)
      .map(([key, member]) => deep(`${name}[${key}]`, member, encode))
      .join('&');
  }
  return `${encode(name)}=${encode(text(value))}`;
}

/**
 * A whole query string, or the body of a form: `a=1&b=2`.
 *
 * @param encoding of the media type, by property: how it is written
 */
export function serializeForm(
  value: unknown,
  mediaType = 'application/x-www-form-urlencoded',
  encoding: JsonObject = {},
): string {
  if (isJson(mediaType)) return encodeURIComponent(JSON.stringify(value));
  if (!isObject(value)) return text(value);
  const parts: string[] = [];
  for (const [key, member] of Object.entries(value)) {
    const styled = styledProperty(key, true, encoding);
    if (styled !== undefined && member !== undefined) {
      parts.push(serializeParameter(styled, member));
      continue;
    }
    const entries = new URLSearchParams();
    for (const item of Array.isArray(member) ? member : [member]) {
      if (item !== undefined)
        entries.append(key, typeof item === 'object' ? JSON.stringify(item) : text(item));
    }
    parts.push(entries.toString());
  }
  return parts.filter((part) => part !== '').join('&');
}

type Encode = (text: string) => string;

/** Between the items of a query parameter that is not exploded. */
const separators: { readonly [style: string]: string } = { spaceDelimited: '%20', pipeDelimited: '%7C' };

function encoder({ in: place, allowReserved, style }: Parameter): Encode {
  if (place === 'header' || style === 'cookie') return (text) => text;
  if (place !== 'query' || !allowReserved) return encodeStrictly;
  // Reserved characters stay, except those that would end the value.
  return (text) =>
    encodeURI(text)
      .replace(/[&#+=]/g, encodeURIComponent)
      .replaceAll('%5B', '[')
      .replaceAll('%5D', ']');
}

/** RFC 3986: only unreserved characters stay. */
function encodeStrictly(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

import { isJson } from '../media-type.ts';
import type { Parameter } from '../operation.ts';
import type { Schemas } from '../schema/schemas.ts';
import { coerce } from './coerce.ts';
import { readDeep } from './deep-object.ts';
import { decodePercent, decodeQuery, type QueryEntry } from './query.ts';
import { absent, type Read, readArray, readContent, readObject, shapeOf } from './read-texts.ts';

/** The parts of a request that parameters are parsed from. */
export interface ParameterSource {
  /** The raw text of each path parameter, still percent-encoded. */
  path: { readonly [name: string]: string };
  query: readonly QueryEntry[];
  /** The query string as it was sent. */
  queryString: string;
  /** By name in lower case. */
  headers: { readonly [name: string]: string | readonly string[] | undefined };
  cookies: readonly { name: string; value: string }[];
}

/**
 * Parses one parameter in its style, with the types of its schema. A text that matches none of them stays a string,
 * which validation rejects.
 *
 * @param consumed collects the query names that belong to the parameter
 */
export function deserialize(
  parameter: Parameter,
  source: ParameterSource,
  schemas: Schemas,
  consumed = new Set<string>(),
): Read {
  const { name } = parameter;
  switch (parameter.in) {
    case 'path': {
      const raw = source.path[name];
      return raw === undefined
        ? absent
        : readDelimited(parameter, stripPrefix(parameter, raw), schemas, decodePercent);
    }
    case 'header': {
      const header = source.headers[name.toLowerCase()];
      if (header === undefined) return absent;
      return readDelimited(parameter, typeof header === 'string' ? header : header.join(','), schemas, trim);
    }
    case 'cookie': {
      const entries = source.cookies.map((cookie) => ({
        name: cookie.name,
        raw: cookie.value,
        value: decodePercent(cookie.value),
      }));
      return readForm(parameter, entries, schemas, new Set());
    }
    case 'querystring': {
      for (const entry of source.query) consumed.add(entry.name);
      return readQueryString(parameter, source, schemas);
    }
    default:
      return readForm(parameter, source.query, schemas, consumed);
  }
}

type Decode = (raw: string) => string;

/** `simple`, `label` and `matrix`: everything in one text. */
function readDelimited(parameter: Parameter, raw: string, schemas: Schemas, decode: Decode): Read {
  const { schema, style, explode, mediaType } = parameter;
  if (mediaType !== undefined) return readContent(decode(raw), mediaType, schema, schemas);
  const shape = shapeOf(schema, schemas);
  const separator = explode && style !== 'simple' ? (style === 'label' ? '.' : ';') : ',';
  if (shape === 'array') {
    const items = raw === '' ? [] : raw.split(separator);
    const values =
      explode && style === 'matrix' ? items.map((item) => item.slice(item.indexOf('=') + 1)) : items;
    return readArray(values.map(decode), schema, schemas);
  }
  if (shape === 'object') {
    const parts = raw === '' ? [] : raw.split(separator).map(decode);
    return readObject(explode ? parts.map(splitPair) : pairsOf(parts), schema, schemas);
  }
  return { sent: true, value: coerce(decode(raw), schema, schemas) };
}

/** Removes the prefixes of `label` and `matrix`. */
function stripPrefix({ name, style, explode, schema }: Parameter, raw: string): string {
  if (style === 'label') return raw.replace(/^\./, '');
  if (style !== 'matrix') return raw;
  const bare = raw.replace(/^;/, '');
  if (explode && typeof schema === 'object')
    return bare.startsWith(`${name}=`) && !bare.includes(';') ? bare.slice(name.length + 1) : bare;
  return bare === name ? '' : bare.replace(`${name}=`, '');
}

/** The styles of queries and cookies: a value may have several entries, with one or several names. */
function readForm(
  parameter: Parameter,
  entries: readonly QueryEntry[],
  schemas: Schemas,
  consumed: Set<string>,
): Read {
  const { name, schema, style, explode, mediaType } = parameter;
  const own = entries.filter((entry) => entry.name === name);
  if (own.length > 0) consumed.add(name);
  const [first] = own;
  if (mediaType !== undefined) {
    return first === undefined ? absent : readContent(first.value, mediaType, schema, schemas);
  }
  const shape = shapeOf(schema, schemas);
  if (style === 'deepObject') return readDeep(parameter, entries, schemas, consumed);
  if (shape === 'array') {
    if (first === undefined) return absent;
    // Several entries are several items, even if the style requires one text.
    const values = explode || own.length > 1 ? own.map(({ value }) => value) : split(first.raw, style);
    return readArray(values, schema, schemas);
  }
  if (shape === 'object') {
    if (!explode)
      return first === undefined ? absent : readObject(pairsOf(split(first.raw, style)), schema, schemas);
    const known = schemas.properties(schema);
    const found = entries.filter((entry) => known.has(entry.name));
    for (const entry of found) consumed.add(entry.name);
    if (found.length === 0) return absent;
    return readObject(
      found.map((entry) => [entry.name, entry.value] as const),
      schema,
      schemas,
    );
  }
  if (first === undefined) return absent;
  if (own.length > 1)
    return { sent: true, problem: 'repeated', text: own.map(({ value }) => value).join('\n') };
  return { sent: true, value: coerce(first.value, schema, schemas) };
}

function readQueryString(
  { schema, mediaType = 'application/x-www-form-urlencoded' }: Parameter,
  source: ParameterSource,
  schemas: Schemas,
): Read {
  if (source.queryString === '') return absent;
  if (isJson(mediaType)) return readContent(decodePercent(source.queryString), mediaType, schema, schemas);
  return readObject(
    source.query.map((entry) => [entry.name, entry.value] as const),
    schema,
    schemas,
  );
}

function split(raw: string, style: Parameter['style']): string[] {
  if (raw === '') return [];
  if (style === 'spaceDelimited') return raw.split(/%20|\+| /).map(decodeQuery);
  if (style === 'pipeDelimited') return raw.split(/%7C|\|/i).map(decodeQuery);
  return raw.split(',').map(decodeQuery);
}

function splitPair(text: string): readonly [string, string] {
  const equals = text.indexOf('=');
  return equals === -1 ? [text, ''] : [text.slice(0, equals), text.slice(equals + 1)];
}

function pairsOf(parts: readonly string[]): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (let index = 0; index < parts.length; index += 2)
    pairs.push([parts[index] ?? '', parts[index + 1] ?? '']);
  return pairs;
}

function trim(text: string): string {
  return text.trim();
}

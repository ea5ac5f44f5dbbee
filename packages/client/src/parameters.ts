import { writeInstant } from './instant.ts';
import type { Operation, Parameter } from './operation.ts';

type Values = Record<string, unknown>;

/** What was given for one call, by where it is sent. */
export interface GroupedParameters {
  path?: Values;
  query?: Values;
  headers?: Values;
  cookies?: Values;
  body?: unknown;
  contentType?: string;
}

/** What the parameters of a call become on the wire. */
export interface SerializedParameters {
  path: string;
  /** Without the question mark. */
  query: string[];
  headers: [name: string, value: string][];
  cookies: string[];
}

/** The group of a caller's parameters for each place of the wire. */
const groupOf = { path: 'path', query: 'query', header: 'headers', cookie: 'cookies' } as const;

/**
 * Sorts what a caller gave into path, query, header, cookie and body.
 *
 * @param defaults query parameters of the client, for operations that have a parameter of that name.
 * @throws TypeError for a name that the contract does not know, and for a required parameter that is missing.
 */
export function groupParameters(
  operation: Operation,
  given: unknown,
  defaults: Values | undefined,
): GroupedParameters {
  if (given !== undefined && (typeof given !== 'object' || given === null)) {
    throw new TypeError(`${operation.id}: expected an object of parameters, got ${String(given)}.`);
  }
  const grouped: GroupedParameters = operation.isFlat
    ? { query: (given ?? {}) as Values }
    : { ...(given as GroupedParameters) };
  refuseUnknownNames(operation, grouped);
  for (const { name, in: place, isRequired } of operation.parameters) {
    if (grouped[groupOf[place]]?.[name] !== undefined) continue;
    if (place === 'query' && defaults?.[name] !== undefined) {
      grouped.query = { ...grouped.query, [name]: defaults[name] };
    } else if (isRequired) {
      throw new TypeError(`${operation.id}: ${place} parameter "${name}" is required.`);
    }
  }
  return grouped;
}

function refuseUnknownNames(
  { id, isFlat, parameters, requestBody }: Operation,
  given: GroupedParameters,
): void {
  const names: Record<string, string[]> = isFlat ? { query: [] } : {};
  for (const { name, in: place } of parameters) {
    const group = groupOf[place];
    names[group] = [...(names[group] ?? []), name];
  }
  const groups = [...Object.keys(names), ...(requestBody ? ['body', 'contentType'] : [])];
  for (const [group, values] of Object.entries(given)) {
    if (!groups.includes(group)) throw unknownName(id, 'group', group, groups);
    const known = names[group];
    if (!known) continue;
    for (const name in values) if (!known.includes(name)) throw unknownName(id, 'parameter', name, known);
  }
}

const unknownName = (id: string, kind: string, name: string, known: readonly string[]) =>
  new TypeError(`${id}: unknown ${kind} "${name}". Expected ${known.join(', ') || 'none'}.`);

/**
 * Writes parameters as the contract's `style` and `explode` say (OpenAPI 3.1, 4.8.12).
 *
 * @throws TypeError for a path parameter that would name another path.
 * @throws URIError for text with half a surrogate pair, which no URL can carry.
 */
export function serializeParameters(operation: Operation, given: GroupedParameters): SerializedParameters {
  const wire: SerializedParameters = { path: operation.path, query: [], headers: [], cookies: [] };
  for (const parameter of operation.parameters) {
    const value = given[groupOf[parameter.in]]?.[parameter.name];
    if (value === undefined || value === null) continue;
    switch (parameter.in) {
      case 'path': {
        const text = delimited(parameter, value, encodeURIComponent);
        // A browser and a server read these as steps through the path, and an empty one as another path.
        if (/^\.{0,2}$/.test(text)) {
          throw new TypeError(`${operation.id}: path parameter "${parameter.name}" must not be "${text}".`);
        }
        wire.path = wire.path.replace(`{${parameter.name}}`, () => text);
        break;
      }
      case 'query':
        wire.query.push(...formPairs(parameter, value));
        break;
      case 'header':
        wire.headers.push([parameter.name, delimited(parameter, value, (text) => text)]);
        break;
      case 'cookie':
        wire.cookies.push(...formPairs(parameter, value));
    }
  }
  return wire;
}

/** `simple`, `label` and `matrix`: one text for the path or a header. */
function delimited({ name, style, explode, isJson }: Parameter, value: unknown, encode: Encode): string {
  const prefix = { label: '.', matrix: ';' }[style as string] ?? '';
  const separator = explode && prefix ? prefix : ',';
  const named = (text: string) => (style === 'matrix' ? `${encode(name)}=${text}` : text);
  if (isJson || !isComposite(value))
    return prefix + named(encode(isJson ? JSON.stringify(value) : textOf(value)));
  if (Array.isArray(value)) {
    const items = value.map((item) => encode(textOf(item)));
    return prefix + (explode ? items.map(named).join(separator) : named(items.join(',')));
  }
  const entries = entriesOf(value).map(([key, item]) => [encode(key), encode(textOf(item))]);
  if (explode) return prefix + entries.map((entry) => entry.join('=')).join(separator);
  return prefix + named(entries.flat().join(','));
}

/** `form`, `spaceDelimited`, `pipeDelimited` and `deepObject`: pairs of a query, a cookie or a form. */
export function formPairs(
  { name, style, explode, allowReserved, isJson }: Parameter,
  value: unknown,
): string[] {
  const encode = allowReserved ? encodeReserved : encodeURIComponent;
  const pair = (key: string, text: string) => `${encodeURIComponent(key)}=${text}`;
  if (isJson || !isComposite(value))
    return [pair(name, encode(isJson ? JSON.stringify(value) : textOf(value)))];
  if (style === 'deepObject') return deepPairs(name, value, (key, text) => pair(key, encode(text)));
  const delimiter = { spaceDelimited: '%20', pipeDelimited: '%7C' }[style as string] ?? ',';
  if (Array.isArray(value)) {
    const items = value.map((item) => encode(textOf(item)));
    return explode ? items.map((item) => pair(name, item)) : [pair(name, items.join(delimiter))];
  }
  const entries = entriesOf(value).map(([key, item]) => [key, encode(textOf(item))] as const);
  if (explode) return entries.map(([key, text]) => pair(key, text));
  return [pair(name, entries.flatMap(([key, text]) => [encodeURIComponent(key), text]).join(delimiter))];
}

function deepPairs(name: string, value: unknown, pair: (key: string, text: string) => string): string[] {
  if (!isComposite(value)) return [pair(name, textOf(value))];
  if (Array.isArray(value)) return value.flatMap((item) => deepPairs(name, item, pair));
  return entriesOf(value).flatMap(([key, item]) => deepPairs(`${name}[${key}]`, item, pair));
}

type Encode = (text: string) => string;

/** Leaves reserved characters alone, but for those that would end the value. */
const encodeReserved: Encode = (text) => encodeURI(text).replace(/[#&+]/g, encodeURIComponent);

const isComposite = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && writeInstant(value) === undefined;

const entriesOf = (value: object) => Object.entries(value).filter(([, item]) => item !== undefined);

/** A primitive as text; what has no text of its own as JSON, so that nothing is sent as `[object Object]`. */
export function textOf(value: unknown): string {
  return writeInstant(value) ?? (isComposite(value) ? JSON.stringify(value) : String(value));
}

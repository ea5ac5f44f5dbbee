import { isObject, type JsonObject } from '../json.ts';
import type { Parameter, Schema } from '../operation.ts';
import type { Schemas } from '../schema/schemas.ts';
import { deserialize } from './deserialize.ts';
import type { QueryEntry } from './query.ts';
import { readObject } from './read-texts.ts';

/**
 * The property of a form as a parameter, if its `encoding` gives it a style; the others are written as their types are.
 *
 * @param encoding of the media type, by property
 */
export function styledProperty(name: string, schema: Schema, encoding: JsonObject): Parameter | undefined {
  const own = encoding[name];
  if (!isObject(own) || (own.style === undefined && own.explode === undefined)) return undefined;
  const style =
    own.style === 'spaceDelimited' || own.style === 'pipeDelimited' || own.style === 'deepObject'
      ? own.style
      : 'form';
  return {
    name,
    in: 'query',
    required: false,
    deprecated: false,
    description: undefined,
    style,
    explode: typeof own.explode === 'boolean' ? own.explode : style === 'form',
    allowReserved: own.allowReserved === true,
    allowEmptyValue: false,
    mediaType: undefined,
    schema,
    examples: [],
    shared: false,
    pointer: '',
    node: own,
  };
}

/** Reads the fields of a form in the styles of their `encoding`, as the types of the schema. */
export function readForm(
  entries: readonly QueryEntry[],
  schema: Schema,
  encoding: JsonObject,
  schemas: Schemas,
): { [name: string]: unknown } {
  const consumed = new Set<string>();
  const styled: { [name: string]: unknown } = {};
  for (const [name, property] of schemas.properties(schema)) {
    const parameter = styledProperty(name, property, encoding);
    if (parameter === undefined) continue;
    const source = { path: {}, query: entries, queryString: '', headers: {}, cookies: [] };
    const read = deserialize(parameter, source, schemas, consumed);
    if ('value' in read) styled[name] = read.value;
  }
  const others = entries.filter(({ name }) => !consumed.has(name) && !Object.hasOwn(styled, name));
  const rest = readObject(
    others.map(({ name, value }) => [name, value] as const),
    schema,
    schemas,
  );
  return { ...('value' in rest && isObject(rest.value) ? rest.value : {}), ...styled };
}

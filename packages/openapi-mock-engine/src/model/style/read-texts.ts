import { isJson } from '../media-type.ts';
import type { Schema } from '../operation.ts';
import type { Schemas } from '../schema/schemas.ts';
import { coerce } from './coerce.ts';

/** A parsed value, or why it cannot be parsed. `sent` is `false` if the parameter is missing. */
export type Read =
  | { sent: false }
  | { sent: true; value: unknown }
  | { sent: true; problem: string; text: string };

/** A parameter that is missing. */
export const absent: Read = { sent: false };

/** A value written in a media type. */
export function readContent(text: string, mediaType: string, schema: Schema, schemas: Schemas): Read {
  if (!isJson(mediaType)) return { sent: true, value: coerce(text, schema, schemas) };
  try {
    return { sent: true, value: JSON.parse(text) };
  } catch {
    return { sent: true, problem: 'JSON', text };
  }
}

/** An array from its items as texts. */
export function readArray(texts: readonly string[], schema: Schema, schemas: Schemas): Read {
  const items = schemas.items(schema);
  return { sent: true, value: texts.map((text) => coerce(text, items, schemas)) };
}

/** An object from its members as texts; a repeated name makes a list. */
export function readObject(
  pairs: readonly (readonly [string, string])[],
  schema: Schema,
  schemas: Schemas,
): Read {
  const properties = schemas.properties(schema);
  const others = additional(schema, schemas);
  const texts = new Map<string, string[]>();
  for (const [key, value] of pairs) texts.set(key, [...(texts.get(key) ?? []), value]);
  const members = [...texts].map(([key, values]) => {
    const own = properties.get(key) ?? others;
    const [first = ''] = values;
    if (shapeOf(own, schemas) === 'array')
      return [key, values.map((text) => coerce(text, schemas.items(own), schemas))] as const;
    return [key, values.length > 1 ? values : coerce(first, own, schemas)] as const;
  });
  return { sent: true, value: Object.fromEntries(members) };
}

/** The schema of the properties that `properties` does not list. */
export function additional(schema: Schema, schemas: Schemas): Schema {
  const { additionalProperties } = schemas.resolve(schema);
  return typeof additionalProperties === 'object' && additionalProperties !== null
    ? { ...additionalProperties }
    : true;
}

/** Whether a parameter is an array, an object or a single value. */
export function shapeOf(schema: Schema, schemas: Schemas): 'array' | 'object' | 'scalar' {
  const types = schemas.types(schema);
  // If one alternative is a single value, it is parsed as such; `[string, array]` is parsed as an array.
  if (types?.has('array')) return 'array';
  return types?.has('object') && !types.has('string') ? 'object' : 'scalar';
}

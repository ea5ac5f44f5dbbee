import type { Resolver } from '../description/resolver.ts';
import { isObject } from '../json.ts';
import { fill, type WordKey, type Words } from '../languages.ts';
import { type SchemaView, viewOf } from './view.ts';

/** The type of a schema in words: `integer`, `array of strings`, `string (date-time) or null`. */
export function typeName(view: SchemaView, resolver: Resolver, words: Words, several = false): string {
  const names = view.types.map((type) => nameOf(type, view, resolver, words, several));
  if (names.length === 0) names.push(alternativeTypes(view, resolver, words, several));
  if (view.nullable) names.push(words[several ? 'types.null' : 'type.null']);
  return names.reduce((first, second) => fill(words.or, { first, second }));
}

function nameOf(type: string, view: SchemaView, resolver: Resolver, words: Words, several: boolean): string {
  const { schema } = view;
  if (type === 'array' && isObject(schema.items)) {
    const items = typeName(viewOf(schema.items, resolver), resolver, words, true);
    return fill(several ? words.arraysOf : words.arrayOf, { items });
  }
  const { format, contentMediaType } = schema;
  if (format === 'binary') return words[several ? 'types.binary' : 'type.binary'];
  const key = `${several ? 'types' : 'type'}.${type}`;
  const name = key in words ? words[key as WordKey] : type; // the line above has checked
  const more = format ?? contentMediaType;
  return typeof more === 'string' ? `${name} (${more})` : name;
}

/** A schema without a type has the common type of its alternatives. */
function alternativeTypes(view: SchemaView, resolver: Resolver, words: Words, several: boolean): string {
  const names = new Set(
    view.alternatives.map((one) => {
      const { types } = viewOf(one, resolver);
      return types.length === 1 ? types[0] : undefined;
    }),
  );
  const [shared] = names;
  if (names.size === 1 && shared && shared !== 'array')
    return nameOf(shared, { ...view, schema: {} }, resolver, words, several);
  return words[several ? 'types.any' : 'type.any'];
}

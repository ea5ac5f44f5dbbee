import type { Json, JsonObject } from 'openapi-l10n';
import { asList, asObject, asShown } from '../json.ts';
import type { Words } from '../languages.ts';

/** A fact about the values of a schema, such as a bound. */
export interface Fact {
  label: string;
  /** `undefined` when the label is enough. */
  value: string | undefined;
}

/** A value that is allowed, with what the description says about it. */
export interface AllowedValue {
  value: string;
  meaning: string | undefined;
}

/** The default, bounds and pattern of a schema, in the order in which a reader needs them. */
export function factsOf(schema: JsonObject, words: Words): Fact[] {
  const facts: Fact[] = [];
  const add = (label: string, value: Json | undefined) => {
    if (value !== undefined) facts.push({ label, value: asShown(value) });
  };
  add(words.default, schema.default);
  add(words.constant, schema.const);
  // In OpenAPI 3.0, this is a flag; in later versions, the bound itself.
  const exclusive = (bound: Json | undefined, flag: Json | undefined) => (flag === true ? bound : flag);
  if (schema.exclusiveMinimum !== true) add(words.minimum, schema.minimum);
  if (typeof schema.exclusiveMinimum !== 'boolean' || schema.exclusiveMinimum)
    add(words.moreThan, exclusive(schema.minimum, schema.exclusiveMinimum));
  if (schema.exclusiveMaximum !== true) add(words.maximum, schema.maximum);
  if (typeof schema.exclusiveMaximum !== 'boolean' || schema.exclusiveMaximum)
    add(words.lessThan, exclusive(schema.maximum, schema.exclusiveMaximum));
  add(words.multipleOf, schema.multipleOf);
  add(words.minLength, schema.minLength);
  add(words.maxLength, schema.maxLength);
  add(words.minItems, schema.minItems);
  add(words.maxItems, schema.maxItems);
  if (schema.uniqueItems === true) facts.push({ label: words.uniqueItems, value: undefined });
  add(words.minProperties, schema.minProperties);
  add(words.maxProperties, schema.maxProperties);
  add(words.contentEncoding, schema.contentEncoding);
  add(words.pattern, schema.pattern);
  return facts;
}

/** The values of an `enum`, with the meanings that `x-enumDescriptions` gives them. */
export function allowedValues(schema: JsonObject): AllowedValue[] {
  const described = schema['x-enumDescriptions'];
  const meanings = asObject(described);
  const list = asList(described);
  return asList(schema.enum).map((value, i) => {
    const shown = asShown(value);
    const meaning = meanings[shown] ?? list[i];
    return { value: shown, meaning: typeof meaning === 'string' ? meaning : undefined };
  });
}

/** The examples that a schema itself gives. */
export const schemaExamples = (schema: JsonObject): Json[] =>
  schema.example === undefined ? asList(schema.examples) : [schema.example];

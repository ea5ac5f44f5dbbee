import { isObject, type JsonObject, membersAt } from '../json.ts';
import { list, quote, quoteName } from '../quote.ts';
import { formats } from './formats.ts';
import { boundsOf, type Dialect, typesOf } from './scalar.ts';

/** Context for describing a schema. */
export interface Vocabulary {
  dialect: Dialect;
  resolve(schema: unknown): JsonObject;
}

/** What a schema allows, in words that continue "Expected": `an integer from 1 to 100`, `day or hour`. */
export function expectation(schema: unknown, vocabulary: Vocabulary, example?: unknown, depth = 0): string {
  if (schema === false) return 'nothing';
  const node = vocabulary.resolve(schema);
  const own = isObject(schema) && schema !== node ? { ...node, ...schema } : node;
  if (Object.hasOwn(own, 'const')) return word(own.const);
  if (Array.isArray(own.enum)) return list(own.enum.map(word), 'or');
  const { isOpenApi30 } = vocabulary.dialect;
  const types = (typesOf(own, isOpenApi30) ?? []).filter((type) => type !== 'null');
  const nullable = types.length > 0 && (typesOf(own, isOpenApi30) ?? []).includes('null');
  const words = types.map((type) => ofType(type, own, isOpenApi30, example));
  if (words.length === 0 && depth < 3) {
    const branches = own.oneOf ?? own.anyOf ?? own.allOf;
    if (Array.isArray(branches)) {
      const parts = new Set(branches.map((branch) => expectation(branch, vocabulary, example, depth + 1)));
      parts.delete('another value');
      if (parts.size > 0)
        return own.oneOf === undefined && own.anyOf === undefined
          ? ([...parts][0] ?? '')
          : list([...parts], 'or');
    }
    return guess(own, isOpenApi30, example);
  }
  return list(nullable ? [...words, 'null'] : words, 'or');
}

/** A schema without a type is described by its keywords. */
function guess(schema: JsonObject, isOpenApi30: boolean, example: unknown): string {
  const { minimum, maximum } = boundsOf(schema, isOpenApi30);
  if (minimum !== undefined || maximum !== undefined || schema.multipleOf !== undefined) {
    return ofType('number', schema, isOpenApi30, example);
  }
  if (['pattern', 'format', 'minLength', 'maxLength'].some((key) => schema[key] !== undefined)) {
    return ofType('string', schema, isOpenApi30, example);
  }
  if (schema.properties !== undefined || schema.required !== undefined) return 'an object';
  if (schema.items !== undefined || schema.prefixItems !== undefined)
    return ofType('array', schema, isOpenApi30, example);
  return 'another value';
}

function ofType(type: string, schema: JsonObject, isOpenApi30: boolean, example: unknown): string {
  switch (type) {
    case 'integer':
    case 'number':
      return numberWords(type, schema, isOpenApi30);
    case 'string':
      return stringWords(schema, example);
    case 'array':
      return `an array${counted(schema.minItems, schema.maxItems, 'item', 'items')}`;
    case 'boolean':
      return 'true or false';
    case 'object':
      return 'an object';
    default:
      return type;
  }
}

function numberWords(type: 'integer' | 'number', schema: JsonObject, isOpenApi30: boolean): string {
  const noun = type === 'integer' ? 'an integer' : 'a number';
  const { minimum, maximum } = boundsOf(schema, isOpenApi30);
  const multiple = typeof schema.multipleOf === 'number' ? ` that is a multiple of ${schema.multipleOf}` : '';
  if (minimum !== undefined && maximum !== undefined && !minimum.exclusive && !maximum.exclusive) {
    return `${noun} from ${grouped(minimum.value)} to ${grouped(maximum.value)}${multiple}`;
  }
  const bounds = [
    minimum === undefined
      ? undefined
      : `${minimum.exclusive ? 'greater than' : 'of at least'} ${grouped(minimum.value)}`,
    maximum === undefined
      ? undefined
      : `${maximum.exclusive ? 'less than' : 'of at most'} ${grouped(maximum.value)}`,
  ].filter((part) => part !== undefined);
  return `${noun}${bounds.length === 0 ? '' : ` ${bounds.join(' and ')}`}${multiple}`;
}

function stringWords(schema: JsonObject, given: unknown): string {
  const example = typeof given === 'string' ? given : exampleOf(schema);
  const format = formats.get(String(schema.format));
  if (format !== undefined) return `${format.name} such as ${example ?? format.example}`;
  if (typeof schema.pattern === 'string') {
    if (example !== undefined && /^\d{4}-\d{2}-\d{2}T/.test(example))
      return `an ISO 8601 date-time such as ${example}`;
    return example === undefined ? `a string that matches ${schema.pattern}` : `a string such as ${example}`;
  }
  return `a string${counted(schema.minLength, schema.maxLength, 'character', 'characters')}`;
}

function exampleOf(schema: JsonObject): string | undefined {
  const example = Array.isArray(schema.examples) ? schema.examples[0] : schema.example;
  return typeof example === 'string' ? example : undefined;
}

/** ` of 2 to 5 items`, ` of at least 1 character`; empty if there is no bound. */
export function counted(least: unknown, most: unknown, one: string, many: string): string {
  const noun = (count: number): string => `${grouped(count)} ${count === 1 ? one : many}`;
  const from = typeof least === 'number' && least > 0 ? least : undefined;
  const to = typeof most === 'number' ? most : undefined;
  if (from !== undefined && to !== undefined)
    return from === to ? ` of ${noun(from)}` : ` of ${grouped(from)} to ${noun(to)}`;
  if (from !== undefined) return ` of at least ${noun(from)}`;
  return to === undefined ? '' : ` of at most ${noun(to)}`;
}

/** A number for reading: `1,000`. Fractions, and numbers beyond those that JavaScript writes exactly, stay as they are. */
const grouped = (value: number): string =>
  Number.isSafeInteger(value) ? value.toLocaleString('en') : String(value);

/** The property names of a schema, including those of `allOf`. */
export function propertyNames(schema: unknown, vocabulary: Vocabulary, depth = 0): string[] {
  const node = vocabulary.resolve(schema);
  const own = membersAt(node, 'properties').map(([name]) => name);
  const parts = Array.isArray(node.allOf) && depth < 5 ? node.allOf : [];
  return [...new Set([...own, ...parts.flatMap((part) => propertyNames(part, vocabulary, depth + 1))])];
}

/** An allowed value in a list. */
function word(value: unknown): string {
  return typeof value === 'string' && value !== '' ? quoteName(value) : quote(value);
}

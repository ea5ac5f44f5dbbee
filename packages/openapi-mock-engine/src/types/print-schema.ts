import { isObject, type JsonObject, membersAt, refName, textAt } from '../model/json.ts';
import { typesOf } from '../model/schema/scalar.ts';

/** A schema as a type of TypeScript. References stay names, so that a schema may contain itself. */
export function printSchema(schema: unknown, isOpenApi30: boolean): string {
  if (schema === false) return 'never';
  if (!isObject(schema)) return 'unknown';
  const ref = textAt(schema, '$ref');
  if (ref !== undefined) return printReference(ref);
  if (Object.hasOwn(schema, 'const')) return printValue(schema.const);
  if (Array.isArray(schema.enum)) return union(schema.enum.map(printValue));
  const print = (inner: unknown): string => printSchema(inner, isOpenApi30);
  const parts: string[] = [];
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const branches = schema[keyword];
    if (Array.isArray(branches)) parts.push(union(branches.map(print)));
  }
  if (Array.isArray(schema.allOf)) parts.push(...schema.allOf.map(print));
  const types = typesOf(schema, isOpenApi30) ?? guess(schema);
  if (types.length > 0) parts.push(union(types.map((type) => printType(type, schema, print))));
  const known = parts.filter((part) => part !== 'unknown');
  return known.length === 0
    ? 'unknown'
    : known.map((part) => (known.length > 1 ? group(part) : part)).join(' & ');
}

/** `Pet` for `#/components/schemas/Pet`; other references have no name. */
function printReference(ref: string): string {
  if (!/^#\/components\/schemas\/[^/]+$/.test(ref)) return 'unknown';
  return `components["schemas"][${JSON.stringify(refName(ref))}]`;
}

function guess(schema: JsonObject): readonly string[] {
  if (schema.properties !== undefined || schema.additionalProperties !== undefined) return ['object'];
  return schema.items === undefined ? [] : ['array'];
}

function printType(type: string, schema: JsonObject, print: (schema: unknown) => string): string {
  switch (type) {
    case 'integer':
      return 'number';
    case 'array':
      return `${group(print(schema.items ?? true))}[]`;
    case 'object':
      return printObject(schema, print);
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return type;
    default:
      return 'unknown';
  }
}

function printObject(schema: JsonObject, print: (schema: unknown) => string): string {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const members = membersAt(schema, 'properties').map(
    ([name, property]) => `${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${print(property)};`,
  );
  const { additionalProperties } = schema;
  if (members.length === 0) {
    return additionalProperties === false
      ? '{ [name: string]: never }'
      : `{ [name: string]: ${print(additionalProperties ?? true)} }`;
  }
  return `{ ${members.join(' ')} }`;
}

function printValue(value: unknown): string {
  return typeof value === 'object' && value !== null ? 'unknown' : JSON.stringify(value);
}

function union(types: readonly string[]): string {
  const distinct = [...new Set(types)];
  return distinct.includes('unknown')
    ? 'unknown'
    : distinct.map((type) => (distinct.length > 1 ? group(type) : type)).join(' | ');
}

/** Adds parentheses where a surrounding operator would bind tighter. */
function group(type: string): string {
  return / [|&] /.test(type) && !/^(?:\{.*\})$/.test(type) ? `(${type})` : type;
}

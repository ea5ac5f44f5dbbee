import type { Json, JsonObject } from 'openapi-l10n';
import { refName } from 'openapi-mock-engine/model';
import type { Resolver } from '../description/resolver.ts';
import { asList, asObject, isObject } from '../json.ts';

/** A schema for display: references resolved, `allOf` merged, and null removed from its types. */
export interface SchemaView {
  /** The name of its component, if any. */
  name: string | undefined;
  schema: JsonObject;
  types: readonly string[];
  nullable: boolean;
  /** Alternatives: the schemas of `oneOf` or `anyOf`, without null. */
  alternatives: readonly JsonObject[];
  kind: 'oneOf' | 'anyOf' | undefined;
}

/** Reads a schema. `true` and everything that is not a schema allow any value. */
export function viewOf(node: Json | undefined, resolver: Resolver): SchemaView {
  const name = isObject(node) && typeof node.$ref === 'string' ? refName(node.$ref) : undefined;
  const schema = merged(resolver.resolve(node), resolver, new Set());
  const kind = schema.oneOf ? 'oneOf' : schema.anyOf ? 'anyOf' : undefined;
  const all = kind ? asList(schema[kind]).filter(isObject) : [];
  const alternatives = all.filter((one) => one.type !== 'null');
  const types = asList(Array.isArray(schema.type) ? schema.type : [schema.type ?? null]).flatMap((type) =>
    typeof type === 'string' ? [type] : [],
  );
  const nullable = schema.nullable === true || types.includes('null') || alternatives.length < all.length;
  const [only] = alternatives;
  if (only && alternatives.length === 1) {
    const { oneOf, anyOf, ...siblings } = schema;
    const view = viewOf(only, resolver);
    return { ...view, schema: { ...view.schema, ...siblings }, nullable: nullable || view.nullable };
  }
  const own = types.filter((type) => type !== 'null');
  return { name, schema, types: own.length > 0 ? own : impliedTypes(schema), nullable, alternatives, kind };
}

/** The schema merged with its `allOf` parts; its own members win. */
function merged(schema: JsonObject, resolver: Resolver, seen: ReadonlySet<Json>): JsonObject {
  const { allOf, ...own } = schema;
  if (!Array.isArray(allOf)) return schema;
  let result: JsonObject = {};
  for (const part of [...allOf, own]) {
    if (!isObject(part) || seen.has(part)) continue;
    const one = merged(resolver.resolve(part), resolver, new Set([...seen, part]));
    result = {
      ...result,
      ...one,
      ...(result.properties || one.properties
        ? { properties: { ...asObject(result.properties), ...asObject(one.properties) } }
        : {}),
      ...(result.required || one.required
        ? { required: [...asList(result.required), ...asList(one.required)] }
        : {}),
    };
  }
  return result;
}

function impliedTypes(schema: JsonObject): string[] {
  if (schema.properties || schema.additionalProperties || schema.patternProperties) return ['object'];
  if (schema.items || schema.prefixItems) return ['array'];
  const values = schema.const === undefined ? asList(schema.enum) : [schema.const];
  return [...new Set(values.filter((value) => value !== null).map(typeOfValue))];
}

function typeOfValue(value: Json): string {
  if (Array.isArray(value)) return 'array';
  if (Number.isInteger(value)) return 'integer';
  return typeof value;
}

/** The innermost items of nested arrays. */
export function itemsOf(view: SchemaView, resolver: Resolver): SchemaView {
  let inner = view;
  for (let depth = 0; depth < 8 && inner.types[0] === 'array' && isObject(inner.schema.items); depth++)
    inner = viewOf(inner.schema.items, resolver);
  return inner;
}

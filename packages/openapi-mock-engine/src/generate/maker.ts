import { isObject, type JsonObject } from '../model/json.ts';
import { typesOf } from '../model/schema/scalar.ts';
import { type Draw, deepest } from './draw.ts';
import { merge } from './merge.ts';
import { makeNumber } from './number.ts';
import { sampleOfPattern } from './pattern.ts';
import { makeText } from './text.ts';

/** What generated data depends on. */
export interface Recipe {
  /** The same key makes the same data. */
  key: number;
  /** Values of the request that the answer repeats, by property name. */
  echo: { readonly [property: string]: unknown };
  /** The same, for top-level properties only. */
  echoAtTop?: { readonly [property: string]: unknown };
  /** The number of items in the list of the answer, if the request sets it. */
  count?: number | undefined;
}

/** Generates one value. */
export class Maker {
  readonly #draw: Draw;
  readonly #recipe: Recipe;
  #isCounted = false;

  constructor(draw: Draw, recipe: Recipe) {
    this.#draw = draw;
    this.#recipe = recipe;
  }

  make(schema: unknown, name: string, depth: number): unknown {
    if (depth > deepest) return undefined;
    const node = merge(schema, depth, this.#draw);
    if (Object.hasOwn(node, 'const')) return node.const;
    const echoed = this.#echoed(name, depth);
    if (echoed !== undefined && this.#draw.isValid(schema, echoed)) return echoed;
    if (Array.isArray(node.enum)) return this.#draw.pick(node.enum);
    const example = this.#exampleOf(node, schema);
    if (example !== undefined) return example;
    const types = typesOf(node, this.#draw.isOpenApi30) ?? guessTypes(node);
    const named = types.filter((one) => one !== 'null');
    const type = named[this.#draw.attempt % Math.max(1, named.length)] ?? types[0];
    switch (type) {
      case 'object':
        return this.#object(node, depth);
      case 'array':
        return this.#array(node, name, depth);
      case 'integer':
      case 'number':
        return makeNumber(node, name, type, this.#draw);
      case 'boolean':
        return this.#draw.random() < 0.5;
      case 'null':
        return null;
      default:
        return makeText(node, name, this.#draw);
    }
  }

  #echoed(name: string, depth: number): unknown {
    const { echo, echoAtTop = {} } = this.#recipe;
    if (depth === 1 && Object.hasOwn(echoAtTop, name)) return echoAtTop[name];
    return depth > 0 && Object.hasOwn(echo, name) ? echo[name] : undefined;
  }

  /** A valid example of the schema; of several, one is drawn. */
  #exampleOf(node: JsonObject, schema: unknown): unknown {
    const all = Array.isArray(node.examples)
      ? node.examples
      : Object.hasOwn(node, 'example')
        ? [node.example]
        : [];
    // Objects are generated, so that they can follow the request.
    const plain = all.filter(
      (example) => (typeof example !== 'object' || example === null) && this.#draw.isValid(schema, example),
    );
    if (plain.length > 0 && this.#draw.attempt < 2) return this.#draw.pick(plain);
    const { default: fallback } = node;
    return fallback !== undefined &&
      fallback !== null &&
      typeof fallback !== 'object' &&
      this.#draw.isValid(schema, fallback)
      ? fallback
      : undefined;
  }

  #object(node: JsonObject, depth: number): unknown {
    const required = new Set(Array.isArray(node.required) ? node.required.map(String) : []);
    const properties = isObject(node.properties) ? node.properties : {};
    const made: { [name: string]: unknown } = {};
    const minimal = this.#draw.isMinimal(depth);
    for (const [name, schema] of Object.entries(properties)) {
      const isRequired = required.has(name);
      if (!isRequired && (this.#isWriteOnly(schema) || !this.#draw.isWanted(depth))) continue;
      const value = this.make(schema, name, depth + 1);
      if (value === undefined || (!isRequired && !this.#draw.isValid(schema, value))) continue;
      made[name] = value;
    }
    for (const name of required) {
      if (!Object.hasOwn(made, name) && !Object.hasOwn(properties, name))
        made[name] = this.make(this.#otherSchema(node, name), name, depth + 1) ?? null;
    }
    const least = typeof node.minProperties === 'number' ? node.minProperties : 0;
    const isMap = Object.keys(properties).length === 0 && isObject(node.additionalProperties);
    const wanted = Math.max(least, isMap && !minimal ? 2 : 0);
    for (let index = 1; Object.keys(made).length < wanted && index <= wanted * 2; index += 1) {
      const name = this.#nameOf(node, index);
      made[name] = this.make(this.#otherSchema(node, name), name, depth + 1) ?? null;
    }
    return made;
  }

  /** The schema of an unlisted property. */
  #otherSchema(node: JsonObject, name: string): unknown {
    const patterns = isObject(node.patternProperties) ? Object.entries(node.patternProperties) : [];
    const [, matching] = patterns.find(([pattern]) => new RegExp(pattern).test(name)) ?? [];
    return matching ?? (isObject(node.additionalProperties) ? node.additionalProperties : {});
  }

  #nameOf(node: JsonObject, index: number): string {
    const names = isObject(node.propertyNames) ? node.propertyNames : {};
    const allowed = Array.isArray(names.enum) ? names.enum[index - 1] : undefined;
    if (typeof allowed === 'string') return allowed;
    const [pattern] = isObject(node.patternProperties) ? Object.keys(node.patternProperties) : [];
    const wanted = typeof names.pattern === 'string' ? names.pattern : pattern;
    return (wanted === undefined ? undefined : sampleOfPattern(wanted, this.#draw.random)) ?? `key${index}`;
  }

  #array(node: JsonObject, name: string, depth: number): unknown {
    const least = typeof node.minItems === 'number' ? node.minItems : 0;
    const most = typeof node.maxItems === 'number' ? node.maxItems : Number.POSITIVE_INFINITY;
    // The length in the request applies to the outermost list.
    const isMain = depth <= 2 && !this.#isCounted && this.#recipe.count !== undefined;
    if (isMain) this.#isCounted = true;
    const usual = this.#draw.isMinimal(depth)
      ? least
      : Math.max(least, depth < 2 ? 2 + this.#draw.below(2) : 1);
    const count = Math.min(Math.max(isMain ? (this.#recipe.count ?? 0) : usual, least), most);
    const prefix = Array.isArray(node.prefixItems) ? node.prefixItems : [];
    const items: unknown[] = [];
    const seen = new Set<string>();
    const singular = name.replace(/ies$/, 'y').replace(/s$/, '');
    for (let index = 0; items.length < count && index < count * 3 + 3; index += 1) {
      const schema =
        prefix[items.length] ??
        (items.length < prefix.length
          ? true
          : (node.items ?? (prefix.length > 0 ? {} : (node.contains ?? {}))));
      if (schema === false) break;
      const item = this.make(schema, singular, depth + 1);
      if (item === undefined) break;
      if (node.uniqueItems === true) {
        const text = JSON.stringify(item);
        if (seen.has(text)) continue;
        seen.add(text);
      }
      items.push(item);
    }
    if (node.contains !== undefined && node.items !== undefined && items.length > 0) {
      items[0] = this.make({ allOf: [node.items, node.contains] }, singular, depth + 1);
    }
    return items;
  }

  #isWriteOnly(schema: unknown): boolean {
    return (
      (isObject(schema) && schema.writeOnly === true) ||
      this.#draw.contract.schemas.resolve(schema).writeOnly === true
    );
  }
}

function guessTypes(node: JsonObject): readonly string[] {
  if (
    node.properties !== undefined ||
    node.additionalProperties !== undefined ||
    node.required !== undefined ||
    node.patternProperties !== undefined ||
    node.minProperties !== undefined
  )
    return ['object'];
  if (
    node.items !== undefined ||
    node.prefixItems !== undefined ||
    node.contains !== undefined ||
    node.minItems !== undefined
  )
    return ['array'];
  if (
    ['minimum', 'maximum', 'multipleOf', 'exclusiveMinimum', 'exclusiveMaximum'].some(
      (keyword) => node[keyword] !== undefined,
    )
  )
    return ['number'];
  return ['string'];
}

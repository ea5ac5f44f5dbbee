import type { Contract, Schema } from '../model/index.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { formats } from '../model/schema/formats.ts';
import { boundsOf, typesOf } from '../model/schema/scalar.ts';
import { createRandom, hashText, mix } from '../random.ts';
import { sampleOfPattern } from './pattern.ts';
import { plausibleRange, plausibleText } from './words.ts';

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

/** The depth from which only required properties are generated. */
const shallow = 4;

/** The depth from which nothing is generated, since a schema may require itself. */
const deepest = 24;

/** The number of further attempts if the first value is not valid. */
const attempts = 12;

/** Generates data from schemas: plausible, valid, and the same for the same key. */
export class Generator {
  readonly #contract: Contract;

  constructor(contract: Contract) {
    this.#contract = contract;
  }

  /** A valid value of a schema; `undefined` if none was found, for example because there is none. */
  generate(schema: Schema, recipe: Recipe): unknown {
    const { schemas } = this.#contract;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const maker = new Maker(this.#contract, { ...recipe, key: mix(recipe.key + attempt) }, attempt);
      const value = maker.make(schema, '', 0);
      if (value !== undefined && schemas.isValid(schema, value, 'response')) return value;
      // The echo of the request or the length of the list may make it invalid.
      if (attempt === 1) recipe = { key: recipe.key, echo: {} };
    }
    return undefined;
  }
}

/** One attempt to generate a value. Later attempts leave out what is optional. */
class Maker {
  readonly #contract: Contract;
  readonly #recipe: Recipe;
  readonly #random: () => number;
  readonly #attempt: number;
  #isCounted = false;

  constructor(contract: Contract, recipe: Recipe, attempt: number) {
    this.#contract = contract;
    this.#recipe = recipe;
    this.#random = createRandom(recipe.key);
    this.#attempt = attempt;
  }

  make(schema: unknown, name: string, depth: number): unknown {
    if (depth > deepest) return undefined;
    const node = this.#merged(schema, depth);
    if (Object.hasOwn(node, 'const')) return node.const;
    const echoed = this.#echoed(name, depth);
    if (echoed !== undefined && this.#isValid(schema, echoed)) return echoed;
    if (Array.isArray(node.enum)) return this.#pick(node.enum);
    const example = this.#exampleOf(node, schema);
    if (example !== undefined) return example;
    const types = typesOf(node, this.#isOpenApi30) ?? guessTypes(node);
    const named = types.filter((one) => one !== 'null');
    const type = named[this.#attempt % Math.max(1, named.length)] ?? types[0];
    switch (type) {
      case 'object':
        return this.#object(node, depth);
      case 'array':
        return this.#array(node, name, depth);
      case 'integer':
      case 'number':
        return this.#number(node, name, type);
      case 'boolean':
        return this.#random() < 0.5;
      case 'null':
        return null;
      default:
        return this.#string(node, name);
    }
  }

  #echoed(name: string, depth: number): unknown {
    const { echo, echoAtTop = {} } = this.#recipe;
    if (depth === 1 && Object.hasOwn(echoAtTop, name)) return echoAtTop[name];
    return depth > 0 && Object.hasOwn(echo, name) ? echo[name] : undefined;
  }

  get #isOpenApi30(): boolean {
    return this.#contract.document.version === '3.0';
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
      (example) => (typeof example !== 'object' || example === null) && this.#isValid(schema, example),
    );
    if (plain.length > 0 && this.#attempt < 2) return this.#pick(plain);
    const { default: fallback } = node;
    return fallback !== undefined &&
      fallback !== null &&
      typeof fallback !== 'object' &&
      this.#isValid(schema, fallback)
      ? fallback
      : undefined;
  }

  /** A schema merged with its `allOf` and one of its alternatives. */
  #merged(schema: unknown, depth: number): JsonObject {
    const { schemas } = this.#contract;
    const node = schemas.resolve(schema);
    const merged: { [keyword: string]: unknown } = { ...node };
    if (isObject(schema) && schema !== node && !this.#isOpenApi30) {
      for (const [keyword, value] of Object.entries(schema)) if (keyword !== '$ref') merged[keyword] = value;
    }
    const parts: unknown[] = Array.isArray(node.allOf) ? [...node.allOf] : [];
    for (const keyword of ['oneOf', 'anyOf']) {
      const branches = node[keyword];
      if (!Array.isArray(branches) || branches.length === 0) continue;
      // At depth, the alternative that ends soonest.
      const index =
        depth > shallow
          ? this.#simplest(branches)
          : (Math.floor(this.#random() * branches.length) + this.#attempt) % branches.length;
      const branch: unknown = branches[index];
      parts.push(branch);
      const name = this.#discriminatorValue(node, branch);
      if (name !== undefined) parts.push({ properties: { [name.property]: { const: name.value } } });
    }
    if (isObject(node.then) && this.#attempt % 2 === 1) parts.push(node.then);
    for (const part of parts) if (depth < deepest) join(merged, this.#merged(part, depth + 1));
    return merged;
  }

  #simplest(branches: readonly unknown[]): number {
    const cost = (branch: unknown): number => {
      const node = this.#contract.schemas.resolve(branch);
      if (typesOf(node, this.#isOpenApi30)?.includes('null')) return 0;
      return node.properties === undefined && node.items === undefined && node.allOf === undefined
        ? 1
        : 2 + (Array.isArray(node.required) ? node.required.length : 0);
    };
    const costs = branches.map(cost);
    return costs.indexOf(Math.min(...costs));
  }

  #discriminatorValue(node: JsonObject, branch: unknown): { property: string; value: string } | undefined {
    const { discriminator } = node;
    if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string') return undefined;
    const ref = isObject(branch) && typeof branch.$ref === 'string' ? branch.$ref : undefined;
    if (ref === undefined) return undefined;
    const mapping = isObject(discriminator.mapping) ? discriminator.mapping : {};
    const last = ref.split('/').at(-1) ?? ref;
    const mapped = Object.entries(mapping).find(([, target]) => target === ref || target === last)?.[0];
    return { property: discriminator.propertyName, value: mapped ?? decodeURIComponent(last) };
  }

  #object(node: JsonObject, depth: number): unknown {
    const required = new Set(Array.isArray(node.required) ? node.required.map(String) : []);
    const properties = isObject(node.properties) ? node.properties : {};
    const made: { [name: string]: unknown } = {};
    const lean = depth >= shallow || this.#attempt > 6;
    for (const [name, schema] of Object.entries(properties)) {
      const isRequired = required.has(name);
      if (!isRequired && (lean || this.#isWriteOnly(schema))) continue;
      const value = this.make(schema, name, depth + 1);
      if (value === undefined || (!isRequired && !this.#isValid(schema, value))) continue;
      made[name] = value;
    }
    for (const name of required) {
      if (!Object.hasOwn(made, name) && !Object.hasOwn(properties, name))
        made[name] = this.make(this.#otherSchema(node, name), name, depth + 1) ?? null;
    }
    const least = typeof node.minProperties === 'number' ? node.minProperties : 0;
    const isMap = Object.keys(properties).length === 0 && isObject(node.additionalProperties);
    const wanted = Math.max(least, isMap && !lean ? 2 : 0);
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
    return (wanted === undefined ? undefined : sampleOfPattern(wanted, this.#random)) ?? `key${index}`;
  }

  #array(node: JsonObject, name: string, depth: number): unknown {
    const least = typeof node.minItems === 'number' ? node.minItems : 0;
    const most = typeof node.maxItems === 'number' ? node.maxItems : Number.POSITIVE_INFINITY;
    // The length in the request applies to the outermost list.
    const isMain = depth <= 2 && !this.#isCounted && this.#recipe.count !== undefined;
    if (isMain) this.#isCounted = true;
    const usual =
      depth >= shallow || this.#attempt > 6
        ? least
        : Math.max(least, depth < 2 ? 2 + Math.floor(this.#random() * 2) : 1);
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

  #number(node: JsonObject, name: string, type: 'integer' | 'number'): number {
    const { minimum, maximum } = boundsOf(node, this.#isOpenApi30);
    const [usualLeast, usualMost] = plausibleRange(name);
    let least = minimum?.value ?? Math.min(usualLeast, maximum?.value ?? usualLeast);
    let most = maximum?.value ?? Math.max(usualMost, least + 100);
    if (minimum === undefined && maximum !== undefined && most - least > 1_000_000) least = most - 1_000;
    if (maximum === undefined && minimum !== undefined && minimum.value < usualMost)
      most = Math.max(usualMost, least);
    // The plausible part of the range of a format.
    if (least < usualLeast && most > usualMost && node.minimum === undefined && node.maximum === undefined)
      [least, most] = [usualLeast, usualMost];
    const step =
      typeof node.multipleOf === 'number' && node.multipleOf > 0
        ? node.multipleOf
        : type === 'integer'
          ? 1
          : (most - least) / 997 > 0.01
            ? 0.01
            : (most - least) / 997 || 1;
    const from = Math.ceil(least / step + (minimum?.exclusive === true && least % step === 0 ? 1 : 0));
    const to = Math.floor(most / step - (maximum?.exclusive === true && most % step === 0 ? 1 : 0));
    const drawn = (from + Math.floor(this.#random() * Math.max(1, to - from + 1))) * step;
    return type === 'integer' ? Math.round(drawn) : Number(drawn.toPrecision(12));
  }

  #string(node: JsonObject, name: string): string {
    const least = typeof node.minLength === 'number' ? node.minLength : 0;
    const most = typeof node.maxLength === 'number' ? node.maxLength : Number.POSITIVE_INFINITY;
    const fits = (text: string): boolean => text.length >= least && text.length <= most;
    if (typeof node.pattern === 'string') {
      for (let attempt = 0; attempt < 20; attempt += 1) {
        const sample = sampleOfPattern(node.pattern, this.#random);
        if (sample === undefined) break;
        const padded =
          sample.length < least ? sample + sample.slice(-1).repeat(least - sample.length) : sample;
        for (const text of [sample, padded]) if (fits(text) && this.#isValid(node, text)) return text;
      }
    }
    const formatted = this.#formatted(node, name);
    if (formatted !== undefined && fits(formatted)) return formatted;
    let text = plausibleText(name, this.#random);
    while (text.length < least) text += ` ${plausibleText('', this.#random)}`;
    return text.length > most ? text.slice(0, most).trimEnd().padEnd(Math.min(least, most), 'x') : text;
  }

  #formatted(node: JsonObject, name: string): string | undefined {
    const digits = (count: number): string =>
      Array.from({ length: count }, () => Math.floor(this.#random() * 16).toString(16)).join('');
    const day = String(1 + Math.floor(this.#random() * 28)).padStart(2, '0');
    switch (node.format) {
      case 'uuid':
        return `${digits(8)}-${digits(4)}-4${digits(3)}-a${digits(3)}-${digits(12)}`;
      case 'date':
        return `2026-01-${day}`;
      case 'date-time':
        return `2026-01-${day}T12:00:00Z`;
      case 'email':
      case 'idn-email':
        return plausibleText('email', this.#random);
      case 'uri':
      case 'url':
      case 'iri':
        return plausibleText(/image|avatar|photo|logo|icon/i.test(name) ? name : 'url', this.#random);
      case 'byte':
        return 'aGVsbG8=';
      default:
        return formats.get(String(node.format))?.example;
    }
  }

  #isWriteOnly(schema: unknown): boolean {
    return (
      (isObject(schema) && schema.writeOnly === true) ||
      this.#contract.schemas.resolve(schema).writeOnly === true
    );
  }

  #isValid(schema: unknown, value: unknown): boolean {
    return (
      (isObject(schema) || typeof schema === 'boolean') &&
      this.#contract.schemas.isValid(schema, value, 'response')
    );
  }

  #pick(items: readonly unknown[]): unknown {
    return items[Math.floor(this.#random() * items.length)];
  }
}

/** Merges a part of an `allOf`: properties are joined, bounds narrowed. */
function join(target: { [keyword: string]: unknown }, part: JsonObject): void {
  for (const [keyword, value] of Object.entries(part)) {
    const before = target[keyword];
    if (before === undefined) target[keyword] = value;
    else if (keyword === 'properties' && isObject(before) && isObject(value)) {
      const joined: { [name: string]: unknown } = { ...before };
      for (const [name, schema] of Object.entries(value)) {
        joined[name] = name in joined && joined[name] !== schema ? { allOf: [joined[name], schema] } : schema;
      }
      target[keyword] = joined;
    } else if (keyword === 'required' && Array.isArray(before) && Array.isArray(value)) {
      target[keyword] = [...new Set([...before, ...value])];
    } else if (keyword === 'enum' && Array.isArray(before) && Array.isArray(value)) {
      target[keyword] = before.filter((item) => value.includes(item));
    } else if (
      /^(?:min|exclusiveMin)/.test(keyword) &&
      typeof before === 'number' &&
      typeof value === 'number'
    ) {
      target[keyword] = Math.max(before, value);
    } else if (
      /^(?:max|exclusiveMax)/.test(keyword) &&
      typeof before === 'number' &&
      typeof value === 'number'
    ) {
      target[keyword] = Math.min(before, value);
    } else if (keyword === 'additionalProperties' && (before === false || value === false)) {
      target[keyword] = false;
    } else if (
      keyword === 'type' ||
      keyword === 'items' ||
      keyword === 'const' ||
      keyword === 'pattern' ||
      keyword === 'format'
    ) {
      target[keyword] = value;
    }
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

/** A key for data, from a seed and texts. */
export function keyOf(seed: number, ...texts: readonly string[]): number {
  return texts.reduce((key, text) => hashText(text, key), mix(seed ^ 0x2545f491));
}

import { isObject, type JsonObject, refName } from '../model/json.ts';
import { typesOf } from '../model/schema/scalar.ts';
import { type Draw, deepest, shallow } from './draw.ts';

/** A schema merged with its `allOf` and one of its alternatives. */
export function merge(schema: unknown, depth: number, draw: Draw): JsonObject {
  const { schemas } = draw.contract;
  const node = schemas.resolve(schema);
  const merged: { [keyword: string]: unknown } = { ...node };
  if (isObject(schema) && schema !== node && !draw.isOpenApi30) {
    for (const [keyword, value] of Object.entries(schema)) if (keyword !== '$ref') merged[keyword] = value;
  }
  const parts: unknown[] = Array.isArray(node.allOf) ? [...node.allOf] : [];
  for (const keyword of ['oneOf', 'anyOf']) {
    const branches = node[keyword];
    if (!Array.isArray(branches) || branches.length === 0) continue;
    // At depth, the alternative that ends soonest.
    const index =
      depth > shallow
        ? simplest(branches, draw)
        : (draw.below(branches.length) + draw.attempt) % branches.length;
    const branch: unknown = branches[index];
    parts.push(branch);
    const name = discriminatorValue(node, branch, draw);
    if (name !== undefined) parts.push({ properties: { [name.property]: { const: name.value } } });
    else if (keyword === 'oneOf' && draw.attempt % 3 === 2 && node.discriminator === undefined)
      parts.push(exclusion(branch, branches, draw));
  }
  if (isObject(node.then) && draw.attempt % 2 === 1) parts.push(node.then);
  for (const part of parts) if (depth < deepest) join(merged, merge(part, depth + 1, draw));
  return merged;
}

/** The index of the alternative that ends soonest. */
function simplest(branches: readonly unknown[], draw: Draw): number {
  const cost = (branch: unknown): number => {
    const node = draw.contract.schemas.resolve(branch);
    if (typesOf(node, draw.isOpenApi30)?.includes('null')) return 0;
    return node.properties === undefined && node.items === undefined && node.allOf === undefined
      ? 1
      : 2 + (Array.isArray(node.required) ? node.required.length : 0);
  };
  const costs = branches.map(cost);
  return costs.indexOf(Math.min(...costs));
}

/** The discriminator of an alternative, unless the alternative says itself what it is. */
function discriminatorValue(
  node: JsonObject,
  branch: unknown,
  draw: Draw,
): { property: string; value: string } | undefined {
  const { discriminator } = node;
  if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string') return undefined;
  const ref = isObject(branch) && typeof branch.$ref === 'string' ? branch.$ref : undefined;
  if (ref === undefined) return undefined;
  const mapping = isObject(discriminator.mapping) ? discriminator.mapping : {};
  const name = refName(ref);
  const mapped = Object.entries(mapping).find(([, target]) => target === ref || target === name)?.[0];
  const property = discriminator.propertyName;
  const { schemas } = draw.contract;
  const own = schemas.resolve(schemas.properties(branch).get(property) ?? true);
  // Without a mapping, many contracts mean a constant of the alternative instead of its name.
  if (mapped === undefined && (Object.hasOwn(own, 'const') || Array.isArray(own.enum))) return undefined;
  return { property, value: mapped ?? name };
}

/**
 * What keeps an object of one alternative from being one of the others too: alternatives that are open to any property
 * overlap, so that one of the other's own properties has to be wrong.
 */
function exclusion(branch: unknown, branches: readonly unknown[], draw: Draw): JsonObject {
  const { schemas } = draw.contract;
  const own = schemas.properties(branch);
  const properties: { [name: string]: JsonObject } = {};
  for (const other of branches) {
    if (other === branch) continue;
    for (const [name, schema] of schemas.properties(other)) {
      if (own.has(name) || Object.hasOwn(properties, name)) continue;
      const wrong = [null, 0, 'none', false].find((value) => !draw.isValid(schema, value));
      if (wrong === undefined) continue;
      properties[name] = { const: wrong };
      break;
    }
  }
  return { properties, required: Object.keys(properties) };
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

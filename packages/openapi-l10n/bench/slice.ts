import type { Json, JsonObject } from '../src/index.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

const object = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

/** How many operations a contract has under `paths`. */
export function countOperations(contract: JsonObject): number {
  return Object.values(object(contract['paths'])).flatMap(methodsOf).length;
}

const methodsOf = (item: Json) => Object.keys(object(item)).filter((key) => METHODS.includes(key));

/**
 * A smaller contract: operations taken evenly over the whole, the same share of the webhooks, and only the
 * components that these refer to, directly or indirectly.
 */
export function slice(contract: JsonObject, operations: number): JsonObject {
  const total = countOperations(contract);
  if (operations >= total) return contract;
  const share = operations / total;
  let seen = 0;
  const taken = () => Math.floor((seen + 1) * share) > Math.floor(seen++ * share);
  const paths: JsonObject = {};
  for (const [path, item] of Object.entries(object(contract['paths']))) {
    const methods = new Set(methodsOf(item).filter(taken));
    if (methods.size === 0) continue;
    paths[path] = Object.fromEntries(
      Object.entries(object(item)).filter(([key]) => !METHODS.includes(key) || methods.has(key)),
    );
  }
  const hooks = Object.entries(object(contract['webhooks'] ?? contract['x-webhooks']));
  const webhooks = Object.fromEntries(hooks.slice(0, Math.round(hooks.length * share)));
  const part: JsonObject = { ...contract, paths };
  for (const key of ['webhooks', 'x-webhooks']) if (contract[key]) part[key] = webhooks;
  return { ...part, components: reachable(contract, { paths, webhooks }) };
}

/** The components that a part of a contract refers to. */
function reachable(contract: JsonObject, from: Json): JsonObject {
  const all = object(contract['components']);
  const kept: Record<string, JsonObject> = {};
  const walk = (value: Json) => {
    if (Array.isArray(value)) return value.forEach(walk);
    for (const [key, child] of Object.entries(object(value))) {
      const [, kind, name] = key === '$ref' ? (/^#\/components\/(\w+)\/(.+)$/.exec(String(child)) ?? []) : [];
      if (kind && name) keep(kind, name);
      else walk(child);
    }
  };
  const keep = (kind: string, name: string) => {
    const component = object(all[kind])[name];
    kept[kind] ??= {};
    if (component === undefined || name in kept[kind]) return;
    kept[kind][name] = component;
    walk(component);
  };
  walk(from);
  return kept;
}

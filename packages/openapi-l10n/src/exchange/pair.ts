import { isObject, type Json, type JsonObject } from '../json.ts';

/** Which members or items of two values correspond. */
export interface Pairs<Key> {
  both: [Key, Key][];
  missing: Key[];
  extra: Key[];
}

/** The maps whose keys are names that may have been renamed, or damaged by a translation. */
const NAMED = new Set([
  'paths',
  'webhooks',
  'schemas',
  'parameters',
  'responses',
  'examples',
  'requestBodies',
  'headers',
  'securitySchemes',
  'links',
  'callbacks',
  'properties',
]);

/** How similar two values must be to count as renamed. */
const ALIKE = 0.6;

/** Pairs the members of two objects by key; in maps of names, the rest by their content. */
export function pairMembers(from: JsonObject, to: JsonObject, name: string): Pairs<string> {
  const both: [string, string][] = Object.keys(from)
    .filter((key) => Object.hasOwn(to, key))
    .map((key) => [key, key]);
  let missing = Object.keys(from).filter((key) => !Object.hasOwn(to, key));
  let extra = Object.keys(to).filter((key) => !Object.hasOwn(from, key));
  if (NAMED.has(name) && missing.length > 0 && extra.length > 0) {
    const renamed = bestPairs(missing, extra, (a, b) => similarity(from[a], to[b]));
    both.push(...renamed);
    missing = missing.filter((key) => !renamed.some(([a]) => a === key));
    extra = extra.filter((key) => !renamed.some(([, b]) => b === key));
  }
  return { both, missing, extra };
}

/** The keys that identify an item of a list, by the name of the list. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  parameters: ['name', 'in', '$ref'],
  tags: ['name'],
  servers: ['url'],
  'x-codeSamples': ['lang'],
  'x-code-samples': ['lang'],
};

/**
 * Pairs the items of two lists: equal ones first, then those with the same name, then by position if the lists have
 * the same length, else by content.
 */
export function pairItems(from: readonly Json[], to: readonly Json[], name: string): Pairs<number> {
  const both: [number, number][] = [];
  const open = new Set(to.keys());
  let missing = [...from.keys()];
  const take = (match: (index: number, other: number) => boolean) => {
    missing = missing.filter((index) => {
      // Same position first, so that a list of equal items keeps its order.
      const other = open.has(index) && match(index, index) ? index : [...open].find((at) => match(index, at));
      if (other === undefined) return true;
      open.delete(other);
      both.push([index, other]);
      return false;
    });
  };
  const identities = [from, to].map((items) =>
    items.map((item) => identity(item, IDENTITY[name] ?? ['$ref'])),
  );
  const texts = [from, to].map((items) =>
    items.map((item) => (isObject(item) ? undefined : JSON.stringify(item))),
  );
  const same = (keys: readonly (readonly (string | undefined)[])[]) => (index: number, other: number) =>
    keys[0]?.[index] !== undefined && keys[0]?.[index] === keys[1]?.[other];
  take(same(texts));
  take(same(identities));
  if (from.length === to.length) take((index, other) => index === other);
  const renamed = bestPairs(missing, [...open], (a, b) => similarity(from[a], to[b]));
  for (const [, other] of renamed) open.delete(other);
  both.push(...renamed);
  return {
    both: both.toSorted(([a], [b]) => a - b),
    missing: missing.filter((index) => !renamed.some(([a]) => a === index)),
    extra: [...open],
  };
}

function identity(value: Json, keys: readonly string[]): string | undefined {
  if (!isObject(value)) return undefined;
  const parts = keys.map((key) => value[key]).filter((part) => typeof part === 'string');
  return parts.length > 0 ? parts.join('\n') : undefined;
}

/** Pairs greedily, the most similar first. */
function bestPairs<Key>(
  from: readonly Key[],
  to: readonly Key[],
  alike: (a: Key, b: Key) => number,
): [Key, Key][] {
  const candidates = from
    .flatMap((a) => to.map((b) => ({ a, b, score: alike(a, b) })))
    .filter(({ score }) => score >= ALIKE)
    .toSorted((x, y) => y.score - x.score);
  const pairs: [Key, Key][] = [];
  for (const { a, b } of candidates) {
    if (!pairs.some(([left, right]) => left === a || right === b)) pairs.push([a, b]);
  }
  return pairs;
}

/** How similar two values are in what a translation does not change, from 0 to 1. */
function similarity(a: Json | undefined, b: Json | undefined): number {
  const [left, right] = [skeleton(a), skeleton(b)];
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const fact of left) if (right.has(fact)) shared++;
  return (2 * shared) / (left.size + right.size);
}

const TEXTS = new Set(['summary', 'description', 'title', 'example', 'examples']);
const DEPTH = 6;

/** The keys and short values inside a value, each with its path. Texts are left out. */
function skeleton(value: Json | undefined, way = '', depth = 0, facts = new Set<string>()): Set<string> {
  if (depth > DEPTH || value === undefined) return facts;
  if (Array.isArray(value)) {
    for (const item of value) skeleton(item, `${way}[]`, depth + 1, facts);
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      if (TEXTS.has(key) && typeof member === 'string') continue;
      facts.add(`${way}.${key}`);
      skeleton(member, `${way}.${key}`, depth + 1, facts);
    }
  } else {
    facts.add(`${way}=${value}`);
  }
  return facts;
}

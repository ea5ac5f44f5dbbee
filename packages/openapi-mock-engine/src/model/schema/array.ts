import { equal, isObject, type JsonObject } from '../json.ts';
import type { Check, Step } from './check.ts';
import { fail } from './scalar.ts';

/** Compiles a subschema. */
export type Compile = (schema: unknown) => Check;

/** The keywords of arrays, except `unevaluatedItems`. */
export function arrayChecks(schema: JsonObject, compile: Compile): Check[] {
  const checks: Check[] = [];
  const add = (keyword: string, test: (items: readonly unknown[]) => boolean): void => {
    checks.push((value, at, report) => {
      if (!Array.isArray(value) || test(value)) return true;
      if (report !== undefined) fail(report, at, keyword, schema, value);
      return false;
    });
  };
  const { minItems, maxItems } = schema;
  if (typeof minItems === 'number') add('minItems', (items) => items.length >= minItems);
  if (typeof maxItems === 'number') add('maxItems', (items) => items.length <= maxItems);
  if (schema.uniqueItems === true) checks.push(uniqueItems(schema));

  const prefix = Array.isArray(schema.prefixItems) ? schema.prefixItems.map(compile) : [];
  const rest = schema.items === undefined ? undefined : compile(schema.items);
  if (prefix.length > 0 || rest !== undefined) checks.push(items(prefix, rest));
  if (schema.contains !== undefined) checks.push(contains(schema, compile(schema.contains)));
  return checks;
}

function items(prefix: readonly Check[], rest: Check | undefined): Check {
  return (value, at, report) => {
    if (!Array.isArray(value)) return true;
    let held = true;
    for (let index = 0; index < value.length; index += 1) {
      const check = prefix[index] ?? rest;
      if (check === undefined) break;
      if (check(value[index], report === undefined ? at : { before: at, key: index }, report)) continue;
      if (report === undefined) return false;
      held = false;
    }
    return held;
  };
}

function contains(schema: JsonObject, check: Check): Check {
  const least = typeof schema.minContains === 'number' ? schema.minContains : 1;
  const most = typeof schema.maxContains === 'number' ? schema.maxContains : Number.POSITIVE_INFINITY;
  return (value, at, report) => {
    if (!Array.isArray(value)) return true;
    const matches = value.filter((item) => check(item, undefined, undefined)).length;
    if (matches >= least && matches <= most) return true;
    if (report !== undefined) fail(report, at, 'contains', schema, value, { matches });
    return false;
  };
}

function uniqueItems(schema: JsonObject): Check {
  return (value, at, report) => {
    if (!Array.isArray(value)) return true;
    const repeated = findRepeated(value);
    if (repeated === undefined) return true;
    if (report !== undefined) {
      const step: Step = { before: at, key: repeated.index };
      fail(report, step, 'uniqueItems', schema, value[repeated.index], { first: repeated.first });
    }
    return false;
  };
}

/** The first repeated item. Scalars are found by hash, so that ten thousand of them are cheap. */
function findRepeated(items: readonly unknown[]): { index: number; first: number } | undefined {
  const scalars = new Map<unknown, number>();
  const others = new Map<string, number[]>();
  for (const [index, item] of items.entries()) {
    if (typeof item !== 'object' || item === null) {
      const first = scalars.get(item);
      if (first !== undefined) return { index, first };
      scalars.set(item, index);
    } else {
      const key = fingerprint(item);
      const same = others.get(key) ?? [];
      const first = same.find((other) => equal(items[other], item));
      if (first !== undefined) return { index, first };
      others.set(key, [...same, index]);
    }
  }
  return undefined;
}

/** Equal values have equal fingerprints. */
function fingerprint(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

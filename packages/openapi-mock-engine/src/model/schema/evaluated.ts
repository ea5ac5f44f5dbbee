import { isObject, type JsonObject, membersAt } from '../json.ts';
import type { Check, Step } from './check.ts';
import { otherProperties } from './object.ts';
import { compilePattern } from './pattern.ts';
import type { Resources, Scope } from './resources.ts';
import { fail } from './scalar.ts';

/** How a schema's own schemas are compiled: a `Compiler`. */
interface Subschemas {
  readonly resources: Resources;
  compile(schema: unknown, scope: Scope): Check;
  follow(schema: JsonObject, scope: Scope): { node: unknown; scope: Scope } | undefined;
}

/** `unevaluatedProperties` and `unevaluatedItems`: what no other keyword has evaluated, including through references. */
export function unevaluatedChecks(schema: JsonObject, scope: Scope, compiler: Subschemas): Check[] {
  const checks: Check[] = [];
  if (schema.unevaluatedProperties !== undefined) {
    const check = compiler.compile(schema.unevaluatedProperties, scope);
    checks.push(
      otherProperties(schema, 'unevaluatedProperties', check, (value) => {
        const known = new Set<string>();
        collectProperties(schema, value, { scope, compiler, known, isOuter: true });
        return (name) => known.has(name);
      }),
    );
  }
  if (schema.unevaluatedItems !== undefined) {
    const check = compiler.compile(schema.unevaluatedItems, scope);
    checks.push((value, at, report) => {
      if (!Array.isArray(value)) return true;
      const known = new Set<number>();
      collectItems(schema, value, { scope, compiler, known, isOuter: true });
      let held = true;
      for (const [index, item] of value.entries()) {
        if (known.has(index) || check(item, undefined, undefined)) continue;
        if (report === undefined) return false;
        held = false;
        const step: Step = { before: at, key: index };
        fail(report, step, 'unevaluatedItems', schema, item);
      }
      return held;
    });
  }
  return checks;
}

interface Collect<T> {
  scope: Scope;
  compiler: Subschemas;
  known: Set<T>;
  /** The outer schema does not count its own `unevaluated…` keywords. */
  isOuter: boolean;
}

function collectProperties(schema: unknown, value: JsonObject, collect: Collect<string>): void {
  if (!isObject(schema)) return;
  const { compiler, known, isOuter } = collect;
  const scope = compiler.resources.enter(schema, collect.scope);
  const names = Object.keys(value);
  const declared = membersAt(schema, 'properties');
  for (const [name] of declared) if (Object.hasOwn(value, name)) known.add(name);
  const patterns = membersAt(schema, 'patternProperties').map(([pattern]) => compilePattern(pattern));
  for (const name of names) if (patterns.some((pattern) => pattern?.test(name))) known.add(name);
  if (schema.additionalProperties !== undefined || (!isOuter && schema.unevaluatedProperties !== undefined)) {
    for (const name of names) known.add(name);
  }
  for (const part of partsOf(schema, value, { ...collect, scope })) {
    collectProperties(part.node, value, { compiler, known, scope: part.scope, isOuter: false });
  }
  for (const [trigger, node] of membersAt(schema, 'dependentSchemas')) {
    if (Object.hasOwn(value, trigger))
      collectProperties(node, value, { compiler, known, scope, isOuter: false });
  }
}

function collectItems(schema: unknown, value: readonly unknown[], collect: Collect<number>): void {
  if (!isObject(schema)) return;
  const { compiler, known, isOuter } = collect;
  const scope = compiler.resources.enter(schema, collect.scope);
  const prefix = Array.isArray(schema.prefixItems) ? schema.prefixItems.length : 0;
  const contains = schema.contains === undefined ? undefined : compiler.compile(schema.contains, scope);
  const all = schema.items !== undefined || (!isOuter && schema.unevaluatedItems !== undefined);
  for (const [index, item] of value.entries()) {
    if (all || index < prefix || contains?.(item, undefined, undefined)) known.add(index);
  }
  for (const part of partsOf(schema, value, { ...collect, scope })) {
    collectItems(part.node, value, { compiler, known, scope: part.scope, isOuter: false });
  }
}

/** The applicable schemas that the value satisfies. */
function* partsOf(
  schema: JsonObject,
  value: unknown,
  { compiler, scope }: { compiler: Subschemas; scope: Scope },
): Generator<{ node: unknown; scope: Scope }> {
  const holds = (node: unknown): boolean => compiler.compile(node, scope)(value, undefined, undefined);
  const followed = compiler.follow(schema, scope);
  if (followed !== undefined) yield followed;
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const branches = schema[keyword];
    if (!Array.isArray(branches)) continue;
    for (const node of branches) if (holds(node)) yield { node, scope };
  }
  if (schema.if !== undefined) {
    const isTrue = holds(schema.if);
    if (isTrue) yield { node: schema.if, scope };
    const branch = isTrue ? schema.then : schema.else;
    if (branch !== undefined) yield { node: branch, scope };
  }
}

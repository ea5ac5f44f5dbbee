import { isObject, type JsonObject, refName, textAt } from '../json.ts';
import type { Compile } from './array.ts';
import type { Check, Report, Step } from './check.ts';
import { fail } from './scalar.ts';

/** Follows the references of a schema to its keywords. */
export type Resolve = (schema: unknown) => JsonObject;

/** `allOf`, `anyOf`, `oneOf`, `not`, `if`. */
export function applicatorChecks(schema: JsonObject, compile: Compile, resolve: Resolve): Check[] {
  const checks: Check[] = [];
  if (Array.isArray(schema.allOf)) checks.push(...schema.allOf.map(compile));
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    const branches = schema[keyword];
    if (!Array.isArray(branches)) continue;
    const plain = alternatives(schema, keyword, branches, compile, resolve);
    checks.push(discriminated(schema, branches, compile, plain) ?? plain);
  }
  if (schema.not !== undefined) {
    const check = compile(schema.not);
    checks.push((value, at, report) => {
      if (!check(value, undefined, undefined)) return true;
      if (report !== undefined) fail(report, at, 'not', schema, value);
      return false;
    });
  }
  if (schema.if !== undefined) {
    const condition = compile(schema.if);
    const whenTrue = schema.then === undefined ? undefined : compile(schema.then);
    const whenFalse = schema.else === undefined ? undefined : compile(schema.else);
    checks.push((value, at, report) => {
      const branch = condition(value, undefined, undefined) ? whenTrue : whenFalse;
      return branch === undefined || branch(value, at, report);
    });
  }
  return checks;
}

/** `anyOf` and `oneOf`. If no alternative matches, reports the problems of the one that was most likely meant. */
function alternatives(
  schema: JsonObject,
  keyword: 'anyOf' | 'oneOf',
  branches: readonly unknown[],
  compile: Compile,
  resolve: Resolve,
): Check {
  const checks = branches.map(compile);
  return (value, at, report) => {
    let matches = 0;
    for (const check of checks) {
      if (!check(value, undefined, undefined)) continue;
      matches += 1;
      if (keyword === 'anyOf') return true;
      if (matches > 1 && report === undefined) return false;
    }
    if (matches === 1) return true;
    if (report === undefined) return false;
    if (matches > 1) {
      fail(report, at, keyword, schema, value, { matches });
      return false;
    }
    const meant = meantBranch(value, at, checks, branches.map(resolve));
    if (meant === undefined) fail(report, at, keyword, schema, value, { matches });
    else report.problems.push(...meant);
    return false;
  };
}

/** The problems of the best alternative: the one for the type of the value with the fewest problems. */
function meantBranch(
  value: unknown,
  at: Step | undefined,
  checks: readonly Check[],
  schemas: readonly JsonObject[],
): Report['problems'] | undefined {
  const candidates = checks
    .filter((_, index) => mayBe(value, schemas[index] ?? {}))
    .map((check) => {
      const report: Report = { problems: [] };
      check(value, at, report);
      return report.problems;
    })
    .sort((a, b) => a.length - b.length);
  const [best, second] = candidates;
  if (best === undefined || best.length === 0) return undefined;
  // If two alternatives are equally near at the top level, naming one would be a guess.
  return second !== undefined && second.length === best.length && typeof value !== 'object'
    ? undefined
    : best;
}

/** Whether a schema allows values of this type. */
function mayBe(value: unknown, schema: JsonObject): boolean {
  const types =
    typeof schema.type === 'string' ? [schema.type] : Array.isArray(schema.type) ? schema.type : undefined;
  const type = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  if (types !== undefined) return types.includes(type) || (type === 'number' && types.includes('integer'));
  if (schema.properties !== undefined || schema.required !== undefined) return type === 'object';
  return true;
}

/** Alternatives selected by a discriminator property. `undefined` without a discriminator. */
function discriminated(
  schema: JsonObject,
  branches: readonly unknown[],
  compile: Compile,
  plain: Check,
): Check | undefined {
  const { discriminator } = schema;
  if (!isObject(discriminator)) return undefined;
  const property = textAt(discriminator, 'propertyName');
  if (property === undefined) return undefined;
  const byName = new Map<string, Check>();
  for (const branch of branches) {
    const ref = isObject(branch) ? textAt(branch, '$ref') : undefined;
    if (ref === undefined) return undefined;
    byName.set(refName(ref), compile(branch));
  }
  if (isObject(discriminator.mapping)) {
    const mapped = Object.entries(discriminator.mapping).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    // A name in the mapping no longer refers to the schema of that name.
    for (const [, target] of mapped) byName.delete(refName(target));
    for (const [name, target] of mapped) {
      byName.set(
        name,
        compile({
          $ref: target.includes('/') || target.includes('#') ? target : `#/components/schemas/${target}`,
        }),
      );
    }
  }
  return (value, at, report) => {
    if (!isObject(value)) {
      if (report !== undefined) fail(report, at, 'type', { type: 'object' }, value);
      return false;
    }
    const name = value[property];
    const check = typeof name === 'string' ? byName.get(name) : undefined;
    if (check !== undefined) return check(value, at, report);
    // Many contracts mean a constant of the alternative, though without a mapping its name counts.
    if (typeof name === 'string' && !isObject(discriminator.mapping) && plain(value, undefined, undefined))
      return true;
    if (report !== undefined) {
      const expected = { enum: [...byName.keys()] };
      const step = { before: at, key: property };
      if (Object.hasOwn(value, property)) fail(report, step, 'enum', expected, name);
      else fail(report, step, 'required', { properties: { [property]: expected } }, undefined, { property });
    }
    return false;
  };
}
